/** Codes and who gets them, on a real Postgres; what they are worth stands in `assurance.int-spec.ts`. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../world/database.js';
import { innerDesk, storyTime, type InnerDesk } from '../world/inner-desk.js';
import { plant, type PlantedPerson } from '../world/planted.js';
import { Talk } from '../world/talk.js';

let database: FreshDatabase;
let desk: InnerDesk;
let days = 0;
const stranger = 'nobody.at.all@nowhere.example';

/** Somebody of her own for each test, on a day of its own: counters by day and hour begin anew. */
const somebody = async (key: string, more: Partial<Parameters<typeof plant>[1]> = {}): Promise<PlantedPerson> => {
  days += 1;
  desk.clock.moveTo(new Date(storyTime.getTime() + days * 2 * 86_400_000));
  desk.sent();
  return plant(desk, { key, ...more });
};

const wrongOf = (code: string): string => String((Number(code) + 1) % 100_000_000).padStart(8, '0');

beforeAll(async () => {
  database = await freshDatabase();
  desk = await innerDesk(database);
}, 60_000);

afterAll(async () => {
  await desk.close();
  await database.drop();
});

describe('a code', () => {
  it('proves the mailbox it was sent to, once [ASVS 6.5.1]', async () => {
    const person = await somebody('once');
    const talk = await Talk.open(desk);
    const code = await talk.codeFor(person.email);
    await talk.say(code ?? '');
    expect(await talk.level()).toBe('low');
    const other = await Talk.open(desk);
    await other.say(code ?? '');
    expect(await other.level()).toBe('none');
    desk.clock.pass(31);
    await talk.say(code ?? '');
    expect(await talk.level()).toBe('none');
  });

  it('is good for three tries, the right one included [C06]', async () => {
    const person = await somebody('three-tries');
    for (const wrongs of [0, 1, 2, 3]) {
      desk.clock.pass(120);
      const talk = await Talk.open(desk);
      const code = (await talk.codeFor(person.email)) ?? '';
      for (let at = 0; at < wrongs; at += 1) await talk.say(wrongOf(code));
      await talk.say(code);
      expect([wrongs, await talk.level()]).toEqual([wrongs, wrongs < 3 ? 'low' : 'none']);
    }
  });

  it('is evaluated at most three times when fifty are guessed at once [C06]', async () => {
    const person = await somebody('fifty');
    const talk = await Talk.open(desk);
    const code = (await talk.codeFor(person.email)) ?? '';
    const guesses = Array.from({ length: 50 }, (_, at) =>
      at === 40 ? code : String(Number(code) ^ (at + 1)).padStart(8, '0'),
    );
    await Promise.all(guesses.map((guess) => talk.take(guess)));
    const [row] = await desk.source.query<{ tries: number; state: string }[]>(
      'SELECT tries, state FROM challenge WHERE conversation_id = $1',
      [talk.id],
    );
    expect(row?.tries).toBeLessThanOrEqual(3);
    const right = await talk.level();
    expect(right).toBe(row?.state === 'used' ? 'low' : 'none');
  }, 30_000);

  it('is refused in another session than the one that asked [C05]', async () => {
    const person = await somebody('session');
    const [mine, theirs] = [await Talk.open(desk), await Talk.open(desk)];
    const code = (await mine.codeFor(person.email)) ?? '';
    await theirs.say(person.email);
    const said = await theirs.say(`${code.slice(0, 4)} ${code.slice(4)}`);
    expect(await theirs.level()).toBe('none');
    expect(said).toBe(await theirs.say('0000 0000'));
    await mine.say(code);
    expect(await mine.level()).toBe('low');
  });

  it('is bound to the purpose it was asked for [ASVS 6.6.2]', async () => {
    const person = await somebody('purpose');
    const talk = await Talk.open(desk);
    const code = (await talk.codeFor(person.email)) ?? '';
    await desk.source.query(`UPDATE challenge SET purpose = 'change-address' WHERE conversation_id = $1`, [talk.id]);
    await talk.say(code);
    expect(await talk.level()).toBe('none');
  });

  it('is dead when a newer one was asked for', async () => {
    const person = await somebody('newer');
    const talk = await Talk.open(desk);
    const first = (await talk.codeFor(person.email)) ?? '';
    const second = (await talk.codeFor(person.email)) ?? '';
    await talk.say(first);
    expect(await talk.level()).toBe('none');
    await talk.say(second);
    expect(await talk.level()).toBe('low');
  });

  it.each([
    [9.9, 'low'],
    [10, 'none'],
  ])('lives ten minutes from when the mail server took it: after %s minutes it is worth %s', async (minutes, level) => {
    const person = await somebody(`ten-${String(minutes)}`);
    const talk = await Talk.open(desk);
    await talk.say(person.email);
    desk.clock.pass(4); // the mail server takes its time
    await desk.work();
    const code = /\d{4}\s?\d{4}/.exec(desk.sent()[0]?.reply.text ?? '')?.[0].replace(/\s/g, '') ?? '';
    desk.clock.pass(minutes);
    await talk.say(code);
    expect(await talk.level()).toBe(level);
  });

  it('is sent three times an hour and five times in 24 hours to one mailbox, and nobody who asks can tell', async () => {
    const person = await somebody('often');
    const sent: boolean[] = [];
    const said = new Set<string>();
    for (let at = 0; at < 8; at += 1) {
      if (at === 4) desk.clock.pass(61);
      const talk = await Talk.open(desk);
      said.add(await talk.say(person.email));
      said.add(await (await Talk.open(desk)).say(stranger));
      await desk.work();
      sent.push(desk.sent().length > 0);
    }
    expect(sent).toEqual([true, true, true, false, true, true, false, false]);
    expect(said.size).toBe(1);
  }, 30_000);

  it('says nothing but itself: no name, case, creditor or word of what we are [ND2]', async () => {
    const person = await somebody('neutral');
    const talk = await Talk.open(desk);
    await talk.say(person.email);
    await desk.work();
    const [message] = desk.sent();
    const words = JSON.stringify(message?.reply);
    expect(words).not.toMatch(/inkasso|krav|Fjordvakt|Fjellanger|Tindevind|FV-|KID/i);
    expect(words).toMatch(/\d{4}\s\d{4}/);
    expect(desk.sent()).toEqual([]);
  });

  it('leaves no text of itself behind once it was sent', async () => {
    const person = await somebody('wiped');
    const talk = await Talk.open(desk);
    await talk.codeFor(person.email);
    const rows = await desk.source.query<unknown[]>(
      `SELECT c.code, c.target, m.body FROM challenge c JOIN outgoing_message m ON m.challenge_id = c.id WHERE c.conversation_id = $1`,
      [talk.id],
    );
    expect(rows).toEqual([{ code: null, target: null, body: null }]);
  });

  it('makes the same row for whoever is asked for, and reads no party on the way [ND1]', async () => {
    const person = await somebody('row');
    const shapes = [];
    for (const address of [person.email, stranger]) {
      const talk = await Talk.open(desk);
      await talk.say(address);
      const [row] = await desk.source.query<Record<string, unknown>[]>(
        `SELECT state, tries, party_ids, purpose, kind, octet_length(code_hash) AS hash, octet_length(code) AS code FROM challenge WHERE conversation_id = $1`,
        [talk.id],
      );
      shapes.push(row);
    }
    expect(shapes[0]).toEqual(shapes[1]);
  });

  it('is not sent to a bounced address, to one that is not hers, or to the dead, the erased and the unknown', async () => {
    for (const [key, state] of [
      ['bounced', 'bounced'],
      ['not-me', 'not-me'],
      ['protected', 'protected'],
    ] as const) {
      const person = await somebody(`point-${key}`, { emailState: state });
      expect(await (await Talk.open(desk)).codeFor(person.email)).toBeNull();
    }
    for (const column of ['erased_at', 'deceased_on']) {
      const person = await somebody(`gone-${column}`);
      await desk.source.query(`UPDATE party SET ${column} = now() WHERE id = $1`, [person.partyId]);
      expect(await (await Talk.open(desk)).codeFor(person.email)).toBeNull();
    }
    expect(await (await Talk.open(desk)).codeFor(stranger)).toBeNull();
  }, 30_000);
});

describe('failed tries', () => {
  it('of one person stop her codes after twenty in 24 hours, without a sign; the letter stays open', async () => {
    const person = await somebody('twenty');
    await desk.source.query(
      `INSERT INTO challenge (id, conversation_id, purpose, kind, target_index, code_hash, state, tries, party_ids, created_at, expires_at)
       SELECT gen_random_uuid(), $1, 'prove-identity', 'email', '', '', 'sent', 3, ARRAY[$2::uuid], $3, $3 FROM generate_series(1, 7)`,
      [(await Talk.open(desk)).id, person.partyId, desk.clock.now()],
    );
    const talk = await Talk.open(desk);
    expect(await talk.codeFor(person.email)).toBeNull();
    await talk.say(person.cases[0]?.letterCode ?? '');
    expect(await talk.level()).toBe('low');
  });

  it('do not count what was typed right', async () => {
    const person = await somebody('often-right');
    await desk.source.query(
      `INSERT INTO challenge (id, conversation_id, purpose, kind, target_index, code_hash, state, tries, party_ids, created_at, expires_at)
       SELECT gen_random_uuid(), $1, 'prove-identity', 'email', '', '', 'used', 1, ARRAY[$2::uuid], $3, $3 FROM generate_series(1, 30)`,
      [(await Talk.open(desk)).id, person.partyId, desk.clock.now()],
    );
    expect(await (await Talk.open(desk)).codeFor(person.email)).not.toBeNull();
  });

  it('of everybody trip the breaker at five hundred an hour', async () => {
    const person = await somebody('breaker');
    await desk.source.query(
      `INSERT INTO challenge (id, conversation_id, purpose, kind, target_index, code_hash, state, tries, created_at, expires_at)
       SELECT gen_random_uuid(), $1, 'prove-identity', 'email', '', '', 'dropped', 2, $2, $2 FROM generate_series(1, 250)`,
      [(await Talk.open(desk)).id, desk.clock.now()],
    );
    expect(await (await Talk.open(desk)).codeFor(person.email)).toBeNull();
    desk.clock.pass(61);
    expect(await (await Talk.open(desk)).codeFor(person.email)).not.toBeNull();
  });
});
