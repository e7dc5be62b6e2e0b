import { describe, expect, it } from '@jest/globals';
import { before, begin, FakeDesk, keyOf, posts } from './fake-desk.js';
import { FakeWorld, type Answer } from './fake-world.js';

const hello = { type: 'message', text: 'Hei', locale: 'nb-NO' } as const;

describe('beginning', () => {
  it('opens a conversation in one call, in the language of the page', async () => {
    const world = new FakeWorld(new FakeDesk().answer);
    begin(world);
    await world.pass(0);
    expect(world.asked[0]).toEqual({ method: 'POST', path: '/conversations', token: undefined, language: 'nb-NO' });
    expect(world.remembered).toBe(true);
    expect(world.sockets.map(({ address }) => address)).toEqual(['?t=1']);
  });

  it('finds the conversation again by its cookie, with all its history', async () => {
    const desk = new FakeDesk({ hasCookie: true });
    desk.say('1', 'Fra før');
    const world = new FakeWorld(desk.answer, true);
    const { seen } = begin(world);
    await world.pass(0);
    expect(world.asked[0]).toMatchObject({ path: '/tokens/refresh', token: undefined });
    expect(world.calls('POST', /^\/conversations$/)).toEqual([]);
    expect(seen.texts).toEqual(['Fra før']);
  });

  it('opens a new one when the cookie knows none', async () => {
    const world = new FakeWorld(new FakeDesk().answer, true);
    const { seen } = begin(world);
    await world.pass(0);
    expect(world.calls('POST', /^\/conversations$/)).toHaveLength(1);
    expect(seen.beginnings).toEqual([false]);
  });

  it('shows the first answer at once when the server sends it along', async () => {
    const desk = new FakeDesk();
    desk.say('1', 'God dag');
    const along: Answer = { status: 201, body: { ...Object(desk.session('?t=1')), ...Object(desk.set(0)) } };
    const world = new FakeWorld(before(desk.answer, ({ path }) => path === '/conversations', along));
    const { seen } = begin(world);
    await world.pass(100);
    expect(seen.texts).toEqual(['God dag']);
    expect(world.calls('GET', /activities/)).toEqual([]);
  });

  it('posts the thread before anything that was typed meanwhile', async () => {
    const world = new FakeWorld(new FakeDesk().answer);
    const { line } = begin(world, {
      key: 'thread-x',
      outgoing: { type: 'event', name: 'thread', value: 'x' },
      state: 'waiting',
    });
    line.post(hello);
    await world.pass(1_000);
    expect(world.asked.filter(posts).map(keyOf)).toEqual(['thread-x', 'k1']);
  });
});

describe('sending', () => {
  it('keeps the same id on every retry, so that a lost answer stores nothing twice [C04]', async () => {
    const desk = new FakeDesk();
    const world = new FakeWorld(desk.answer);
    const stores = desk.answer;
    let lost = 2;
    world.desk = (asked) => {
      const answer = stores(asked);
      return posts(asked) && lost-- > 0 ? 'lost' : answer;
    };
    world.blocked = true;
    const { line, seen } = begin(world);
    line.post(hello);
    await world.pass(5_000);
    expect(new Set(world.asked.filter(posts).map(keyOf))).toEqual(new Set(['k1']));
    expect(desk.stored).toHaveLength(2);
    expect(seen.outbox).toEqual([]);
  });

  it('waits longer after every failure, and tells that the connection is lost', async () => {
    const world = new FakeWorld(before(new FakeDesk().answer, posts, 'lost', { status: 503 }, { status: 502 }));
    const { line, seen } = begin(world);
    await world.pass(0);
    line.post(hello);
    await world.pass(10_000);
    expect(world.asked.filter(posts)).toHaveLength(4);
    expect(seen.links).toContain('lost');
    expect(seen.links.at(-1)).toBe('live');
  });

  it('leaves a busy server alone for as long as it asks [429 Retry-After]', async () => {
    const world = new FakeWorld(before(new FakeDesk().answer, posts, { status: 429, retryAfter: '5' }));
    const { line, seen } = begin(world);
    await world.pass(0);
    line.post(hello);
    await world.pass(100);
    const asked = world.asked.length;
    line.nudge();
    await world.pass(4_800);
    expect([world.asked.length, seen.links.at(-1)]).toEqual([asked, 'busy']);
    await world.pass(2_000);
    expect(world.asked.filter(posts)).toHaveLength(2);
  });

  it.each([
    [413, 'too-long'],
    [400, 'refused'],
  ])('does not repeat what the server will never take: %i', async (status, state) => {
    const world = new FakeWorld(before(new FakeDesk().answer, posts, { status }));
    const { line, seen } = begin(world);
    line.post(hello);
    line.post(hello);
    await world.pass(5_000);
    expect(world.asked.filter(posts).map(keyOf)).toEqual(['k1', 'k2']);
    expect(seen.outbox).toMatchObject([{ key: 'k1', state }]);
    line.retry('k1');
    await world.pass(5_000);
    expect(seen.outbox).toEqual([]);
  });
});

describe('hearing', () => {
  it('asks every three seconds, every second while an answer is owed, where sockets are blocked', async () => {
    const desk = new FakeDesk();
    const world = new FakeWorld(desk.answer);
    world.blocked = true;
    const { line } = begin(world);
    await world.pass(30_000);
    const idle = world.calls('GET', /activities/).length;
    expect(idle).toBeGreaterThanOrEqual(9);
    expect(idle).toBeLessThanOrEqual(13);
    world.desk = before(desk.answer, posts, { status: 200, body: { id: 'k1' } });
    line.post(hello);
    await world.pass(10_000);
    expect(world.calls('GET', /activities/).length - idle).toBeGreaterThanOrEqual(9);
  });

  it('leaves asking to a slow sweep while a socket brings the news', async () => {
    const desk = new FakeDesk();
    const world = new FakeWorld(desk.answer);
    const { line, seen } = begin(world);
    await world.pass(10_000);
    const asked = world.calls('GET', /activities/).length;
    line.post(hello);
    await world.pass(0);
    world.sockets[0]?.onFrame('');
    world.sockets[0]?.onFrame(JSON.stringify(desk.set(0)));
    await world.pass(3_000);
    expect(seen.texts).toEqual(['Hei', 'Svar k1']);
    expect(world.calls('GET', /activities/)).toHaveLength(asked);
  });

  it('finds out that a socket is half open when an answer is overdue, and opens another', async () => {
    const world = new FakeWorld(new FakeDesk().answer);
    const { line, seen } = begin(world);
    await world.pass(1_000);
    line.post(hello);
    await world.pass(8_000);
    expect(seen.texts).toEqual(['Hei', 'Svar k1']);
    expect(world.sockets).toHaveLength(2);
  });

  it('resumes by the watermark after the socket has fallen', async () => {
    const desk = new FakeDesk();
    const world = new FakeWorld(desk.answer);
    const { line } = begin(world);
    line.post(hello);
    await world.pass(0);
    world.sockets[0]?.onFrame(JSON.stringify(desk.set(0)));
    world.sockets[0]?.onClose(1006);
    await world.pass(1_000);
    expect(world.calls('GET', /\/c1\?watermark=2$/)).toHaveLength(1);
    expect(world.sockets).toHaveLength(2);
  });

  it('is not put off by a frame that is no JSON', async () => {
    const world = new FakeWorld(new FakeDesk().answer);
    const { seen } = begin(world);
    await world.pass(0);
    for (const frame of ['{', 'null', '[]', '{"activities":{}}']) world.sockets[0]?.onFrame(frame);
    await world.pass(0);
    expect(seen.texts).toEqual([]);
  });
});
