/** What proofs are worth together, and for how long, on a real Postgres. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AllowanceService } from '../../src/modules/identity/allowance.service.js';
import { freshDatabase, type FreshDatabase } from '../world/database.js';
import { innerDesk, storyTime, type InnerDesk } from '../world/inner-desk.js';
import { plant, type PlantedPerson } from '../world/planted.js';
import { shippedPolicy } from '../world/shipped-policy.js';
import { Talk } from '../world/talk.js';

let database: FreshDatabase;
let desk: InnerDesk;
let days = 0;

/** Somebody of her own for each test, on a day of its own: counters by day and hour begin anew. */
const somebody = async (key: string, more: Partial<Parameters<typeof plant>[1]> = {}): Promise<PlantedPerson> => {
  days += 1;
  desk.clock.moveTo(new Date(storyTime.getTime() + days * 2 * 86_400_000));
  desk.sent();
  return plant(desk, { key, ...more });
};

beforeAll(async () => {
  database = await freshDatabase();
  desk = await innerDesk(database);
}, 60_000);

afterAll(async () => {
  await desk.close();
  await database.drop();
});

describe('two halves', () => {
  it('in two sessions never combine [C07]', async () => {
    const person = await somebody('halves');
    const [one, other] = [await Talk.open(desk), await Talk.open(desk)];
    await one.proveMailbox(person.email);
    await other.say(person.cases[0]?.letterCode ?? '');
    expect([await one.level(), await other.level()]).toEqual(['low', 'low']);
    await Promise.all([one.say('Hva er kravet på?'), other.say('Hva er kravet på?')]);
    expect([await one.level(), await other.level()]).toEqual(['low', 'low']);
  });

  it('given at once to one session are both counted', async () => {
    const person = await somebody('at-once');
    const talk = await Talk.open(desk);
    const code = (await talk.codeFor(person.email)) ?? '';
    await Promise.all([talk.take(code), talk.take(person.cases[0]?.letterCode ?? '')]);
    expect(await talk.level()).toBe('substantial');
  });

  it('of two people are never joined', async () => {
    const [kari, ola] = [await somebody('kari'), await plant(desk, { key: 'ola' })];
    const talk = await Talk.open(desk);
    await talk.proveMailbox(kari.email);
    await talk.say(ola.cases[0]?.letterCode ?? '');
    expect(await talk.level()).toBe('low');
  });
});

describe('a letter code', () => {
  it('opens the one case it was printed for, and no other [S40]', async () => {
    const person = await somebody('letter', { claims: 3 });
    const talk = await Talk.open(desk);
    const told = await talk.say(person.cases[1]?.letterCode ?? '');
    const everything = JSON.stringify(await talk.lines());
    expect(await talk.level()).toBe('low');
    expect(told).toContain('Tindevind Kraft');
    expect(everything).toContain(person.cases[1]?.caseNumber);
    expect(everything).not.toContain(person.cases[0]?.caseNumber);
    expect(everything).not.toContain(person.cases[2]?.caseNumber);
  });

  it('of somebody erased or dead is as wrong as any [ND7]', async () => {
    const said = new Set<string>();
    for (const column of ['erased_at', 'deceased_on']) {
      const person = await somebody(`letter-${column}`);
      await desk.source.query(`UPDATE party SET ${column} = now() WHERE id = $1`, [person.partyId]);
      const talk = await Talk.open(desk);
      said.add(await talk.say(person.cases[0]?.letterCode ?? ''));
      expect(await talk.level()).toBe('none');
    }
    said.add(await (await Talk.open(desk)).say('ZZZZZ 12345'));
    expect(said.size).toBe(1);
  });

  it('may be tried six times an hour in one session', async () => {
    const person = await somebody('tries');
    const talk = await Talk.open(desk);
    const said = new Set<string>();
    for (let at = 0; at < 6; at += 1) said.add(await talk.say(`ZZZZZ 1234${String(at)}`));
    expect(said.size).toBe(1);
    const seventh = await talk.say(person.cases[0]?.letterCode ?? '');
    expect(await talk.level()).toBe('none');
    expect(await talk.say('ZZZZZ 12349')).toBe(seventh);
    desk.clock.pass(61);
    await talk.say(person.cases[0]?.letterCode ?? '');
    expect(await talk.level()).toBe('low');
  });

  it('has run out after its last day, and when it was called back', async () => {
    const person = await somebody('runs-out', { claims: 2 });
    await desk.source.query(`UPDATE letter_code SET valid_until = $2 WHERE claim_id = $1`, [
      person.cases[0]?.claimId,
      desk.clock.now(),
    ]);
    await desk.source.query(`UPDATE letter_code SET revoked_at = $2 WHERE claim_id = $1`, [
      person.cases[1]?.claimId,
      desk.clock.now(),
    ]);
    for (const { letterCode } of person.cases) {
      const talk = await Talk.open(desk);
      await talk.say(letterCode);
      expect(await talk.level()).toBe('none');
    }
  });
});

describe('a level', () => {
  const atSubstantial = async (key: string): Promise<Talk> => {
    const person = await somebody(key);
    const talk = await Talk.open(desk);
    await talk.proveMailbox(person.email);
    await talk.say(person.cases[0]?.letterCode ?? '');
    expect(await talk.level()).toBe('substantial');
    return talk;
  };

  it.each([
    [9.9, 'substantial'],
    [10, 'low'],
    [14.9, 'low'],
    [15, 'none'],
  ])('after %s silent minutes is %s', async (minutes, level) => {
    const talk = await atSubstantial(`silent-${String(minutes)}`);
    desk.clock.pass(minutes);
    await talk.say('Takk');
    expect(await talk.level()).toBe(level);
  });

  it.each([10, 15])('lost after %s silent minutes stays lost when she speaks again', async (minutes) => {
    const talk = await atSubstantial(`lost-${String(minutes)}`);
    desk.clock.pass(minutes);
    const lost = await talk.say('Hva er kravet på?');
    const level = await talk.level();
    desk.clock.pass(0.1);
    await talk.say('Hva er kravet på?');
    expect(await talk.level()).toBe(level);
    expect(lost).not.toContain('Tindevind Kraft hat');
    expect(lost).toContain(shippedPolicy.phrases.nb['identity.ended']);
  });

  it('ends thirty minutes after its proofs, however much is said', async () => {
    const talk = await atSubstantial('thirty');
    const levels = [];
    for (const minutes of [9, 9, 9, 2.9, 0.2]) {
      desk.clock.pass(minutes);
      await talk.say('Takk');
      levels.push(await talk.level());
    }
    expect(levels).toEqual(['substantial', 'substantial', 'substantial', 'substantial', 'none']);
  });

  it('changes the epoch of the tokens each time it changes [C03]', async () => {
    const talk = await atSubstantial('epoch');
    const epochs = [(await talk.row()).tokenEpoch];
    for (const minutes of [1, 10, 15]) {
      desk.clock.pass(minutes);
      await talk.say('Takk');
      epochs.push((await talk.row()).tokenEpoch);
    }
    expect(epochs).toEqual([3, 3, 4, 5]);
  });

  it('ends when she leaves', async () => {
    const talk = await atSubstantial('leaves');
    await desk.sessions.end(await talk.row());
    const rows = await desk.source.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM evidence WHERE conversation_id = $1 AND ended_at IS NULL',
      [talk.id],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('a mailbox that several people share', () => {
  it('proves none of them, and does not tell that there are several', async () => {
    const [one] = [
      await somebody('family-one', { email: 'family@brevdue.example' }),
      await plant(desk, { key: 'family-two', email: 'family@brevdue.example' }),
    ];
    const alone = await plant(desk, { key: 'alone' });
    const said = [];
    for (const { email } of [one, alone]) {
      const talk = await Talk.open(desk);
      await talk.say('Hva er kravet på?');
      said.push([
        await talk.proveMailbox(email),
        await talk.say('Hva er kravet på?'),
        await talk.say('Hvor langt har saken min kommet?'),
        await talk.level(),
      ]);
    }
    expect(said[0]).toEqual(said[1]);
  });
});

describe('counters', () => {
  it('are exact when two hundred ask at once [200 of 200]', async () => {
    const allowance = desk.get(AllowanceService);
    const answers = await Promise.all(Array.from({ length: 200 }, () => allowance.take('test', 120, 3_600, 'key')));
    expect(answers.filter(Boolean)).toHaveLength(120);
    const rows = await desk.source.query<{ points: number }[]>(`SELECT points FROM allowance WHERE key = 'test:key'`);
    expect(rows).toEqual([{ points: 200 }]);
  });
});
