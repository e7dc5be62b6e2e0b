/** The stream of a conversation: who may open it, what it brings, when it is closed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { RawDoor, RawStream, type Opened } from '../world/raw-door.js';
import { eventually, people, startDesk, type RunningDesk } from '../world/running-desk.js';

let desk: RunningDesk;
let door: RawDoor;

beforeAll(async () => {
  desk = await startDesk();
  door = new RawDoor(desk.url);
}, 90_000);

afterAll(async () => desk.stop(), 30_000);

const heardAll = async (stream: RawStream, count: number): Promise<void> => {
  await eventually(`${String(count)} lines`, () => Promise.resolve(stream.heard.length >= count ? true : null));
};

describe('a stream', () => {
  it('is opened by a ticket once, and by no ticket twice [C10]', async () => {
    const opened = await door.open();
    const first = new RawStream(opened.streamUrl);
    expect(await first.status()).toBe(101);
    expect(await new RawStream(opened.streamUrl).status()).toBe(403);
    first.socket.close();
    expect(await new RawStream(opened.streamUrl).status()).toBe(403);
  });

  it.each([
    ['no ticket', (url: URL) => url.searchParams.delete('t')],
    ['a bearer token for a ticket', (url: URL, opened: Opened) => url.searchParams.set('t', opened.token)],
    [
      'a ticket with one letter changed',
      (url: URL) => url.searchParams.set('t', `A${url.searchParams.get('t') ?? ''}`),
    ],
    ['a negative watermark', (url: URL) => url.searchParams.set('watermark', '-1')],
    ['a watermark that is no number', (url: URL) => url.searchParams.set('watermark', '1e3')],
    ['a watermark beyond all bounds', (url: URL) => url.searchParams.set('watermark', '9'.repeat(30))],
  ])('is refused for %s', async (_, spoil) => {
    const opened = await door.open();
    const url = new URL(opened.streamUrl);
    spoil(url, opened);
    expect(await new RawStream(url.href).status()).toBe(403);
  });

  it('is refused for the ticket of another conversation, alike whether that one exists [C01]', async () => {
    const [mine, other] = [await door.open(), await door.open()];
    const at = (id: string): string => mine.streamUrl.replace(mine.conversationId, id);
    expect(await new RawStream(at(other.conversationId)).status()).toBe(403);
    const again = await door.streamUrl(mine);
    expect(await new RawStream(again.replace(mine.conversationId, 'A'.repeat(22))).status()).toBe(403);
  });

  it.each([
    ['no Origin', undefined, 101],
    ['our own', 'own', 101],
    ['null', 'null', 403],
    ['another site', 'https://evil.example', 403],
    ['a name that begins like ours', 'suffix', 403],
    ['another port of ours', 'http://127.0.0.1:1', 403],
  ])('asks where a browser comes from: %s [C10]', async (_, origin, status) => {
    const { streamUrl } = await door.open();
    const Origin = origin === 'own' ? desk.url : origin === 'suffix' ? `${desk.url}.evil.example` : origin;
    const stream = new RawStream(streamUrl, Origin === undefined ? {} : { Origin });
    expect(await stream.status()).toBe(status);
    stream.socket.terminate();
  });

  it('brings what was missed, then what comes, each line once and in order', async () => {
    const opened = await door.open();
    await door.said(opened, 'hei');
    const stream = new RawStream(await door.streamUrl(opened, '1'));
    await heardAll(stream, 2);
    for (let nth = 0; nth < 10; nth += 1) await door.said(opened, `hei ${String(nth)}`);
    await heardAll(stream, 22);
    const { activities } = (await door.read(opened)).body as { activities: { id: string }[] };
    expect(stream.heard).toEqual(activities.slice(1).map(({ id }) => id));
    expect(stream.frames.at(-1)?.watermark).toBe('23');
    stream.socket.close();
  });

  it('brings a history of several hundred lines at once, to every socket of the conversation', async () => {
    const opened = await door.open();
    for (let nth = 0; nth < 120; nth += 1) expect((await door.said(opened, `hei ${String(nth)}`)).status).toBe(200);
    const streams = await Promise.all([0, 0, 0].map(async () => new RawStream(await door.streamUrl(opened))));
    const started = Date.now();
    for (const stream of streams) await heardAll(stream, 241);
    expect(Date.now() - started).toBeLessThan(3_000);
    streams.forEach(({ socket }) => socket.close());
  }, 60_000);

  it('shows that it lives by an empty frame', async () => {
    const stream = new RawStream((await door.open()).streamUrl);
    await eventually('a sign of life', () => Promise.resolve(stream.texts.includes('') ? true : null), 25_000);
    stream.socket.close();
  }, 30_000);

  it('ends with the level it was opened at, and the old ticket with it [C03]', async () => {
    const opened = await door.open();
    const spare = await door.streamUrl(opened);
    const stream = new RawStream(opened.streamUrl);
    await heardAll(stream, 1);
    const letter = (await people(desk)).find((one) => one.cases.length === 1)?.cases[0]?.letterCode ?? '';
    await door.said(opened, letter);
    expect(await stream.closed).toBe(4403);
    expect(stream.texts.join('')).not.toContain('KID');
    expect(await new RawStream(spare).status()).toBe(403);
  });

  it('is closed for a frame of more than 64 KB, and what it said has no effect [C17]', async () => {
    const opened = await door.open();
    const stream = new RawStream(opened.streamUrl);
    await stream.status();
    stream.socket.send(JSON.stringify({ activities: [{ type: 'message', text: 'hei' }] }));
    stream.socket.send('x'.repeat(70_000));
    expect(await stream.closed).toBe(1009);
    expect((await door.read(opened)).body).toMatchObject({ watermark: '1' });
  });

  it('does not agree to compressed frames, whose size nobody knows beforehand [C17]', async () => {
    const stream = new RawStream((await door.open()).streamUrl);
    await stream.status();
    expect(stream.socket.extensions).toBe('');
    stream.socket.close();
  });

  it('is nowhere but at its own path', async () => {
    for (const path of ['/', '/v3/directline/conversations', '/v3/directline/conversations/x/stream/y', '//'])
      expect(await new RawStream(`${desk.url.replace('http', 'ws')}${path}`).status()).toBe(404);
  });
});

describe('a connection that only costs', () => {
  const drip = async (head: string): Promise<void> => {
    const { hostname, port } = new URL(desk.url);
    const socket = connect(Number(port), hostname);
    socket.write(head);
    const timer = setInterval(() => socket.writable && socket.write('x'), 500);
    await new Promise((settle) => socket.on('close', settle).on('error', settle).resume());
    clearInterval(timer);
  };
  const post = 'POST /v3/directline/conversations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

  it('is let go within half a minute: no answer to pings, headers or a body that drip [C16]', async () => {
    const deaf = new RawStream((await door.open()).streamUrl, {}, false);
    await deaf.status();
    const started = Date.now();
    await Promise.all([
      deaf.closed,
      drip('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '),
      drip(`${post}Content-Length: 9999\r\n\r\n{`),
    ]);
    expect(Date.now() - started).toBeLessThan(32_000);
  }, 60_000);
});
