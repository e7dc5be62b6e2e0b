/** The contract of Direct Line 3.0, held against the stock client: whoever speaks it can talk to the desk. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linesOf } from '../world/desk-database.js';
import { eventually, people, startDesk, type DevPerson, type RunningDesk } from '../world/running-desk.js';
import { StockClient, type Road } from '../world/stock-client.js';

const expiredToken = 3;
const online = 2;
const roads: readonly Road[] = ['polling', 'WebSocket'];

let desk: RunningDesk;
let everybody: readonly DevPerson[];

const generate = async (): Promise<{ readonly token: string; readonly conversationId: string }> => {
  const response = await fetch(`${desk.url}/v3/directline/tokens/generate`, { method: 'POST' });
  expect(response.status).toBe(200);
  return response.json() as Promise<{ token: string; conversationId: string }>;
};

const connect = async (road: Road): Promise<StockClient> => {
  const { token } = await generate();
  const client = new StockClient(desk.url, road, token);
  await eventually('the greeting', () => Promise.resolve(client.heard[0]));
  return client;
};

beforeAll(async () => {
  desk = await startDesk();
  everybody = await people(desk);
}, 90_000);

afterAll(async () => desk.stop(), 30_000);

describe.each(roads)('the stock client by %s', (road) => {
  it('is greeted first, by a machine that says so, with suggestions it can press', async () => {
    const client = await connect(road);
    expect(client.heard[0]?.text).toMatch(/maskin/);
    expect(client.heard[0]?.suggestedActions?.actions.every(({ type }) => type === 'imBack')).toBe(true);
    expect(client.statuses.at(-1)).toBe(online);
    client.close();
  }, 20_000);

  it('hears its own words back with its own id, and an answer that names them', async () => {
    const client = await connect(road);
    const id = await client.post('Hva er kravet på?', 'mine-1');
    const answer = await client.answerTo(id);
    const echo = client.heard.find((one) => one.id === id);
    expect(echo?.channelData?.clientActivityID).toBe('mine-1');
    expect(echo?.from).toMatchObject({ id: 'person', role: 'user' });
    expect(echo?.text).toBe('Hva er kravet på?');
    expect(answer.from.role).toBe('bot');
    expect(client.heard.indexOf(answer)).toBe(client.heard.indexOf(echo as never) + 1);
    client.close();
  }, 20_000);

  it('hears twenty questions answered in the order they were asked, each once, the watermark without a gap', async () => {
    const client = await connect(road);
    const ids: string[] = [];
    for (let nth = 0; nth < 20; nth += 1) ids.push(await client.post(`hei ${String(nth)}`));
    await client.answerTo(ids.at(-1) ?? '');
    const answered = client.heard.flatMap(({ replyToId }) => replyToId ?? []);
    expect(answered).toEqual(ids);
    expect(new Set(client.heard.map(({ id }) => id)).size).toBe(client.heard.length);
    expect(client.heard).toHaveLength(1 + 2 * 20);
    expect(client.state.watermark).toBe(String(1 + 2 * 20));
    expect(await linesOf(desk, client.state.conversationId)).toBe(41);
    client.close();
  }, 30_000);

  it('survives the change of level: told 403, renewed once, nothing lost [C03]', async () => {
    const person = everybody.find((one) => one.cases.length === 1 && one.kind === 'person');
    const client = await connect(road);
    await client.answerTo(await client.post('Hva er kravet på?'));
    const id = await client.post(person?.cases[0]?.letterCode ?? '');
    await eventually('the end of the old token', async () => {
      if (road === 'WebSocket') await client.post('hei').catch(() => undefined);
      return client.statuses.includes(expiredToken) ? true : null;
    });
    await client.renew();
    const answer = await client.answerTo(id);
    expect(answer.channelData?.skranke?.level).toBe('low');
    expect(answer.text).toContain(person?.cases[0]?.kid);
    client.close();
  }, 40_000);
});

describe('a token', () => {
  const call = async (method: string, path: string, token: string): Promise<Response> =>
    fetch(`${desk.url}/v3/directline${path}`, { method, headers: { Authorization: `Bearer ${token}` } });
  const say = async (opened: { token: string; conversationId: string }, text: string): Promise<Response> =>
    fetch(`${desk.url}/v3/directline/conversations/${opened.conversationId}/activities`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${opened.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ type: 'message', text }),
    });

  it('opens its conversation with everything a stock client looks for', async () => {
    const { token } = await generate();
    const response = await call('POST', '/conversations', token);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      conversationId: expect.stringMatching(/^[\w-]{22,}$/),
      token: expect.any(String),
      expires_in: 1800,
      streamUrl: expect.stringMatching(
        /^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\/[\w-]+\/stream\?watermark=0&t=/,
      ),
    });
  });

  it('begins a conversation without one, and the greeting comes along', async () => {
    const response = await fetch(`${desk.url}/v3/directline/conversations`, { method: 'POST' });
    expect(response.status).toBe(201);
    const opened = (await response.json()) as { activities: { text: string }[]; watermark: string };
    expect(opened.activities.map(({ text }) => text)).toEqual([expect.stringContaining('maskin')]);
    expect(opened.watermark).toBe('1');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-skranke=[^;]+; Max-Age=1800; Path=\/; .*HttpOnly; Secure; SameSite=Strict$/);
  });

  it('is refreshed as often as one likes while the level stays', async () => {
    let { token } = await generate();
    for (let nth = 0; nth < 3; nth += 1) {
      const response = await call('POST', '/tokens/refresh', token);
      expect(response.status).toBe(200);
      token = ((await response.json()) as { token: string }).token;
    }
    expect((await call('POST', '/conversations', token)).status).toBe(201);
  });

  it('dies with its level: 403 everywhere, but for one refresh [C03]', async () => {
    const old = await generate();
    const letter = everybody.find((one) => one.cases.length === 1)?.cases[0]?.letterCode ?? '';
    expect((await say(old, letter)).status).toBe(200);
    const path = `/conversations/${old.conversationId}`;
    for (const [method, where] of [
      ['GET', `${path}/activities`],
      ['GET', path],
      ['POST', '/conversations'],
      ['POST', '/tokens/end'],
    ] as const) {
      const refused = await call(method, where, old.token);
      expect([where, refused.status, await codeOf(refused)]).toEqual([where, 403, 'SKR_TOKEN_EXPIRED']);
    }
    expect((await say(old, 'hei')).status).toBe(403);
    const renewed = await call('POST', '/tokens/refresh', old.token);
    expect(renewed.status).toBe(200);
    const again = await call('POST', '/tokens/refresh', old.token);
    expect([again.status, await codeOf(again)]).toEqual([403, 'SKR_TOKEN_EXPIRED']);
    const { token } = (await renewed.json()) as { token: string };
    expect((await call('GET', `${path}/activities`, token)).status).toBe(200);
  });

  it('may be refreshed by the page itself through its cookie, not by another site [C08]', async () => {
    const begun = await fetch(`${desk.url}/v3/directline/conversations`, { method: 'POST' });
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const { conversationId } = (await begun.json()) as { conversationId: string };
    const refresh = async (headers: Record<string, string>): Promise<Response> =>
      fetch(`${desk.url}/v3/directline/tokens/refresh`, { method: 'POST', headers });
    const own = await refresh({ Cookie: cookie, Origin: desk.url });
    expect(own.status).toBe(200);
    expect(((await own.json()) as { conversationId: string }).conversationId).toBe(conversationId);
    for (const Origin of ['https://evil.example', 'null', `${desk.url}.evil.example`])
      expect((await refresh({ Cookie: cookie, Origin })).status).toBe(403);
    expect((await refresh({})).status).toBe(401);
    expect((await refresh({ Authorization: `Bearer ${cookie.split('=')[1] ?? ''}` })).status).toBe(401);
  });

  it('opens nothing once the conversation is ended: 404, truly gone', async () => {
    const opened = await generate();
    expect((await call('POST', '/tokens/end', opened.token)).status).toBe(200);
    for (const [method, where] of [
      ['GET', `/conversations/${opened.conversationId}/activities`],
      ['POST', '/tokens/refresh'],
      ['POST', '/conversations'],
    ] as const)
      expect([where, (await call(method, where, opened.token)).status]).toEqual([where, 404]);
  });
});

const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;
