/** The chat door under hostile hands: what is refused, that nothing of it is stored, and what it gives away. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askDatabase, linesOf } from '../world/desk-database.js';
import { RawDoor, type Opened } from '../world/raw-door.js';
import { startDesk, type RunningDesk } from '../world/running-desk.js';

let desk: RunningDesk;
let door: RawDoor;
let mine: Opened;

beforeAll(async () => {
  desk = await startDesk();
  door = new RawDoor(desk.url);
  mine = await door.open();
}, 90_000);

afterAll(async () => desk.stop(), 30_000);

describe('a message', () => {
  it('that comes a thousand times is stored once and answered once [C04]', async () => {
    const opened = await door.open();
    const answers = [];
    for (let round = 0; round < 10; round += 1)
      answers.push(
        ...(await Promise.all(Array.from({ length: 100 }, async () => door.said(opened, 'hei', 'the-same')))),
      );
    const taken = answers.filter(({ status }) => status === 200);
    expect(new Set(taken.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 200 || status === 429)).toBe(true);
    expect(taken.length).toBeGreaterThan(100);
    expect(await linesOf(desk, opened.conversationId)).toBe(3);
  }, 60_000);

  it('with the same id in another conversation is another message', async () => {
    const [one, other] = [await door.open(), await door.open()];
    await door.said(one, 'hei', 'shared');
    await door.said(other, 'hei', 'shared');
    expect(await linesOf(desk, other.conversationId)).toBe(3);
  });

  it('sent a hundred times at once is answered in one order, without a gap in the watermark', async () => {
    const opened = await door.open();
    await Promise.all(Array.from({ length: 100 }, async (_, nth) => door.said(opened, `hei ${String(nth)}`)));
    const { activities, watermark } = (await door.read(opened)).body as {
      activities: { id: string; replyToId?: string; from: { role: string } }[];
      watermark: string;
    };
    expect(watermark).toBe('200');
    expect(new Set(activities.map(({ id }) => id)).size).toBe(200);
    activities.slice(1).forEach((line, at) => {
      if (line.from.role === 'bot') expect(line.replyToId).toBe(activities[at]?.id);
    });
  }, 60_000);
});

describe('what is no message', () => {
  it.each<[string, unknown, number, string]>([
    ['nothing', undefined, 400, 'SKR_ACTIVITY_MALFORMED'],
    ['an empty object', {}, 400, 'SKR_ACTIVITY_MALFORMED'],
    ['a list', [], 400, 'SKR_ACTIVITY_MALFORMED'],
    ['words that are a number', { type: 'message', text: 7 }, 400, 'SKR_ACTIVITY_MALFORMED'],
    ['a type nobody knows', { type: 'x' }, 400, 'SKR_ACTIVITY_MALFORMED'],
    ['20 001 characters', { type: 'message', text: 'a'.repeat(20_001) }, 413, 'SKR_TOO_LARGE'],
    ['256 KB', { type: 'message', text: 'a'.repeat(262_144) }, 413, 'SKR_TOO_LARGE'],
  ])('is refused with a code and leaves nothing: %s', async (_, activity, status, code) => {
    const opened = await door.open();
    expect(await door.say(opened, activity)).toMatchObject({ status, code });
    expect(await linesOf(desk, opened.conversationId)).toBe(1);
  });

  it.each([
    ['broken JSON', '{"type":"message"', {}, 400],
    ['JSON of another kind', '"hei"', {}, 400],
    ['10 000 levels', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, {}, 400],
    ['a form', 'type=message&text=hei', { 'Content-Type': 'application/x-www-form-urlencoded' }, 400],
    ['plain text, which any page may post', '{"type":"message","text":"hei"}', { 'Content-Type': 'text/plain' }, 400],
    ['a charset nobody reads', '{}', { 'Content-Type': 'application/json; charset=latin9' }, 415],
    ['a bomb', '{}', { 'Content-Encoding': 'gzip' }, 400],
  ])('is refused before it is read: %s [C08, C18]', async (_, raw, headers, status) => {
    const opened = await door.open();
    const path = `/conversations/${opened.conversationId}/activities`;
    const answered = await door.send('POST', path, { token: opened.token, raw, headers });
    expect(answered.status).toBe(status);
    expect(answered.code).toMatch(/^SKR_(BAD_INPUT|ACTIVITY_MALFORMED)$/);
    expect(await linesOf(desk, opened.conversationId)).toBe(1);
  });

  it('is never more than refused, whatever it is [C24]', async () => {
    const opened = await door.open();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (anything) => {
        expect((await door.say(opened, anything)).status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('of any words at all is answered, never broken by them [C24, ND1]', async () => {
    const odd = [
      '',
      ' ',
      '🙈🙈',
      '\u202Eelppa\u202C',
      '\u0000',
      '\uD800',
      'a'.repeat(20_000),
      '%s${{1+1}}',
      "'; DROP TABLE party;--",
    ];
    for (const text of odd) {
      const opened = await door.open();
      expect([text.slice(0, 20), (await door.said(opened, text)).status]).toEqual([text.slice(0, 20), 200]);
      expect(await linesOf(desk, opened.conversationId)).toBe(3);
    }
  }, 30_000);
});

describe('a forged activity', () => {
  const forged = {
    from: { id: 'desk', role: 'bot', name: 'Fjordvakt' },
    conversation: { id: 'another' },
    serviceUrl: 'http://127.0.0.1:1/',
    recipient: { id: 'x' },
    id: 'mine',
    timestamp: '1999-01-01T00:00:00Z',
    channelData: { clientActivityID: 'c', skranke: { level: 'high', author: 'caseworker' } },
    level: 'high',
    role: 'bot',
    partyId: '00000000-0000-0000-0000-000000000000',
  };

  it('is hers, in her conversation, at her level, whatever it says [C13, C18]', async () => {
    const opened = await door.open();
    await door.say(opened, { type: 'message', text: 'Hva er kravet på?', ...forged });
    const { activities } = (await door.read(opened)).body as { activities: Record<string, unknown>[] };
    expect(activities[1]).toMatchObject({
      from: { id: 'person', role: 'user' },
      conversation: { id: opened.conversationId },
      channelData: { clientActivityID: 'c' },
    });
    expect(activities[1]?.['id']).not.toBe('mine');
    expect(activities[1]?.['timestamp']).not.toMatch(/^1999/);
    expect(activities[2]).toMatchObject({ channelData: { skranke: { level: 'none', author: 'desk' } } });
  });

  it.each([
    { type: 'event', name: 'handoff.initiate', value: { skill: 'any' } },
    { type: 'event', name: 'handoff.status', value: { state: 'accepted' } },
    { type: 'event', name: 'tokens/response', value: { token: 'x' } },
    { type: 'event', name: 'webchat/join' },
    { type: 'invoke', name: 'signin/verifyState', value: { state: '12345678' } },
    { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] },
    { type: 'endOfConversation', code: 'completedSuccessfully' },
    { type: 'typing' },
  ])('has no effect: $type $name [C13]', async (activity) => {
    const opened = await door.open();
    expect((await door.say(opened, { ...activity, ...forged })).status).toBe(200);
    expect(await linesOf(desk, opened.conversationId)).toBe(1);
    const [row] = await askDatabase(desk, 'SELECT owner, level, token_epoch FROM conversation WHERE public_id = $1', [
      opened.conversationId,
    ]);
    expect(row).toEqual({ owner: 'bot', level: 'none', token_epoch: 1 });
  });
});

describe('a conversation', () => {
  it('of somebody else looks like one that never was, to the byte [C01]', async () => {
    const other = await door.open();
    const fetched = async (id: string, path: string, method: string) => {
      const response = await fetch(`${desk.url}/v3/directline/conversations/${id}${path}`, {
        method,
        headers: { Authorization: `Bearer ${mine.token}`, 'Content-Type': 'application/json' },
        ...(method === 'POST' ? { body: '{"type":"message","text":"hei"}' } : {}),
      });
      const { error } = (await response.json()) as { error: Record<string, string> };
      const headers = [...response.headers].filter(([name]) => !['date', 'etag', 'content-length'].includes(name));
      return { status: response.status, headers, error: { ...error, reference: error['reference']?.length } };
    };
    for (const [path, method] of [
      ['', 'GET'],
      ['/activities', 'GET'],
      ['/activities', 'POST'],
    ] as const) {
      const [known, unknown] = await Promise.all([
        fetched(other.conversationId, path, method),
        fetched('A'.repeat(other.conversationId.length), path, method),
      ]);
      expect(known).toEqual(unknown);
      expect(known.status).toBe(404);
    }
    expect(await linesOf(desk, other.conversationId)).toBe(1);
  });

  it.each([
    ['-1', 400],
    ['0x10', 400],
    ['1.5', 400],
    ['9999999999', 400],
    ["1' OR '1'='1", 400],
    ['1&watermark=2', 400],
    ['', 200],
    ['999999999', 200],
  ])('is read from watermark %s: %i', async (watermark, status) => {
    const answered = await door.read(mine, watermark);
    expect(answered.status).toBe(status);
    if (watermark === '999999999') expect(answered.body).toEqual({ activities: [], watermark: '1' });
  });

  it.each([
    ['no token', undefined],
    ['an empty token', ''],
    ['a word', 'token'],
    ['a JWT of Microsoft', 'eyJhbGciOiJub25lIn0.eyJib3QiOiJ4In0.'],
    ['our own with another end', 'spoiled'],
  ])('stays shut to %s: 401 [C13]', async (_, given) => {
    const token = given === 'spoiled' ? `${mine.token.slice(0, -6)}AAAAAA` : given;
    const answered = await door.send('GET', `/conversations/${mine.conversationId}/activities`, {
      ...(token === undefined ? {} : { token }),
    });
    expect([answered.status, answered.code]).toEqual([401, 'SKR_TOKEN_MISSING']);
  });

  it('is not begun, written to or ended from another site [C08, C09]', async () => {
    for (const Origin of ['https://evil.example', 'null', `${desk.url}.evil.example`, 'http://127.0.0.1:1'])
      for (const path of [
        '/conversations',
        '/tokens/generate',
        '/tokens/refresh',
        '/tokens/end',
        `/conversations/${mine.conversationId}/activities`,
      ]) {
        const json = { type: 'message', text: 'hei' };
        const response = await fetch(`${desk.url}/v3/directline${path}`, {
          method: 'POST',
          headers: { Origin, Authorization: `Bearer ${mine.token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify(json),
        });
        expect([path, response.status]).toEqual([path, 403]);
        expect(response.headers.get('access-control-allow-origin')).toBeNull();
        expect(response.headers.get('set-cookie')).toBeNull();
      }
    expect(await linesOf(desk, mine.conversationId)).toBe(1);
  });

  it('has no other door: no /api/messages, whoever knocks [C13]', async () => {
    for (const path of ['/api/messages', '/v3/conversations', '/v3/directline/session/getsessionid'])
      expect((await fetch(`${desk.url}${path}`, { method: 'POST', body: '{}' })).status).toBe(404);
  });

  it('keeps its ids and receipts without order: nobody can tell what came before [C01]', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, async () => (await door.open()).conversationId));
    expect(new Set(ids.map((id) => id.slice(0, 4))).size).toBeGreaterThan(15);
    ids.forEach((id) => expect(Buffer.from(id, 'base64url').length).toBeGreaterThanOrEqual(16));
  });
});
