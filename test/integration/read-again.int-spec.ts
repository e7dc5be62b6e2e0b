/** What a page may read again of its own conversation, after the proofs that opened it have run out. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../world/database.js';
import { innerDesk, storyTime, type InnerDesk } from '../world/inner-desk.js';
import { plant, type PlantedPerson } from '../world/planted.js';
import { shippedPolicy } from '../world/shipped-policy.js';
import { Talk } from '../world/talk.js';

const withheld = shippedPolicy.phrases.nb['line.withheld'];
const ownWithheld = shippedPolicy.phrases.nb['line.withheld-own'];
let database: FreshDatabase;
let desk: InnerDesk;
let days = 0;

const somebody = async (key: string, claims = 1): Promise<PlantedPerson> => {
  days += 1;
  desk.clock.moveTo(new Date(storyTime.getTime() + days * 2 * 86_400_000));
  desk.sent();
  return plant(desk, { key, claims });
};

const prove = async (talk: Talk, person: PlantedPerson): Promise<void> => {
  await talk.proveMailbox(person.email);
  await talk.say(person.cases[0]?.letterCode ?? '');
};

/** Every line as it is read now, in one text. */
const page = async (talk: Talk): Promise<string> => JSON.stringify(await talk.lines());

const toldHerBalance = async (
  key: string,
  claims = 1,
): Promise<{ readonly person: PlantedPerson; readonly talk: Talk }> => {
  const person = await somebody(key, claims);
  const talk = await Talk.open(desk);
  await prove(talk, person);
  await talk.say('Hva er kravet på?');
  expect(await page(talk)).toContain('Tindevind Kraft');
  return { person, talk };
};

beforeAll(async () => {
  database = await freshDatabase();
  desk = await innerDesk(database);
}, 60_000);

afterAll(async () => {
  await desk.close();
  await database.drop();
});

describe('a line that told of a case', () => {
  it.each([15, 31])('is covered after %s silent minutes, with the same number [S39, ND7]', async (minutes) => {
    const { person, talk } = await toldHerBalance(`silent-${String(minutes)}`);
    const before = await talk.lines();
    desk.clock.pass(minutes);
    const after = await talk.lines();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.at(-1)).toMatchObject({ text: withheld, channelData: { skranke: { cards: [] } } });
    for (const secret of ['Tindevind', person.cases[0]?.caseNumber ?? '', person.cases[0]?.kid ?? ''])
      expect(JSON.stringify(after)).not.toContain(secret);
  });

  it('is covered after ten, but for the one case that her letter still opens [S40]', async () => {
    const [one, two] = [await toldHerBalance('one-case'), await toldHerBalance('two-cases', 2)];
    desk.clock.pass(10);
    expect(await page(two.talk)).not.toContain(two.person.cases[1]?.caseNumber);
    desk.clock.moveTo(new Date(desk.clock.now().getTime() - 2 * 86_400_000));
    expect(await page(one.talk)).toContain(one.person.cases[0]?.caseNumber);
  });

  it('is covered thirty minutes after the proofs, though she is never silent', async () => {
    const { talk } = await toldHerBalance('never-silent');
    for (const minutes of [9, 9, 9, 3.1]) {
      desk.clock.pass(minutes);
      await talk.say('Takk');
    }
    expect(await page(talk)).not.toContain('Tindevind');
  });

  it('comes back when she has proven it again, and not by a weaker proof', async () => {
    const { person, talk } = await toldHerBalance('again');
    desk.clock.pass(31);
    await talk.proveMailbox(person.email);
    expect(await page(talk)).not.toContain('Tindevind');
    await talk.say(person.cases[0]?.letterCode ?? '');
    expect(await page(talk)).toContain('Tindevind');
  });

  it('is never shown to another who proves herself in the same conversation [ND7]', async () => {
    const { person, talk } = await toldHerBalance('first');
    desk.clock.pass(31);
    const other = await plant(desk, { key: 'second' });
    await prove(talk, other);
    await talk.say('Hva er kravet på?');
    const shown = await page(talk);
    expect(await talk.level()).toBe('substantial');
    expect(shown).toContain(other.cases[0]?.caseNumber);
    expect(shown).not.toContain(person.cases[0]?.caseNumber);
  });

  it('opened by one letter is not shown to who holds another letter of hers [S40]', async () => {
    const person = await somebody('two-letters', 2);
    const talk = await Talk.open(desk);
    await talk.say(person.cases[0]?.letterCode ?? '');
    await talk.say('Hva er kravet på?');
    desk.clock.pass(31);
    await talk.say(person.cases[1]?.letterCode ?? '');
    await talk.say('Hva er kravet på?');
    const shown = await page(talk);
    expect(shown).toContain(person.cases[1]?.caseNumber);
    expect(shown).not.toContain(person.cases[0]?.caseNumber);
  });
});

describe('what she wrote herself', () => {
  it('while she was proven is covered with the level, the code of her letter too', async () => {
    const { person, talk } = await toldHerBalance('own-words');
    desk.clock.pass(31);
    const shown = await talk.lines();
    expect(JSON.stringify(shown)).not.toContain(person.cases[0]?.letterCode);
    expect(shown.filter(({ from, text }) => from.role === 'user' && text === ownWithheld)).toHaveLength(2);
  });

  it('stays as it is when it was a wrong code and nothing was ever proven', async () => {
    await somebody('own-wrong');
    const talk = await Talk.open(desk);
    await talk.say('ZZZZZ 12345');
    expect(await page(talk)).toContain('ZZZZZ 12345');
  });

  it('with the code of her letter is not shown to the next who proves herself, whatever was answered [ND7]', async () => {
    const kari = await somebody('own-code');
    const ola = await plant(desk, { key: 'own-code-next' });
    const talk = await Talk.open(desk);
    await talk.say('Jeg vil ha innsyn');
    await prove(talk, kari);
    desk.clock.pass(31);
    await prove(talk, ola);
    expect(await page(talk)).not.toContain(kari.cases[0]?.letterCode);
  });

  it('before she was known stays as it is', async () => {
    const { person, talk } = await toldHerBalance('own-before');
    desk.clock.pass(31);
    expect(await page(talk)).toContain(person.email);
  });
});

it('the level that a page shows is the one in force, not the one of the last turn', async () => {
  const { talk } = await toldHerBalance('level-now');
  desk.clock.pass(31);
  expect((await talk.lines()).at(-1)?.channelData).toMatchObject({ skranke: { level: 'none' } });
});
