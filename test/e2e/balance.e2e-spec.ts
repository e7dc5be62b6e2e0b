/** Road 1 through the product's own front door: verify, ask in one's own words, get the right answer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChatClient } from '../world/chat-client.js';
import { people, startDesk, type DevPerson, type RunningDesk } from '../world/running-desk.js';
import { codeFor, prove } from '../world/walks.js';

let desk: RunningDesk;
let everybody: readonly DevPerson[];

const kroner = (ore: number): string =>
  `${String(Math.trunc(ore / 100)).replace(/\B(?=(\d{3})+$)/g, '')},${String(ore % 100).padStart(2, '0')}`;
const squeezed = (text: string | undefined): string => (text ?? '').replace(/[\s\u00a0,.]/g, '');

const personIn = (language: string): DevPerson => {
  const found = everybody.find(
    (one) =>
      one.language === language &&
      one.email !== null &&
      one.kind === 'person' &&
      one.cases.length > 0 &&
      one.cases.every(({ outstandingOre }) => outstandingOre > 0),
  );
  if (found === undefined) throw new Error(`nobody speaks ${language}`);
  return found;
};

beforeAll(async () => {
  desk = await startDesk();
  everybody = await people(desk);
}, 90_000);

afterAll(async () => desk.stop(), 30_000);

describe('a debtor in chat', () => {
  it.each([
    ['nb', 'nb-NO', 'Hva er kravet på nå?'],
    ['nn', 'nn-NO', 'Kor mykje er kravet på no?'],
    ['en', 'en-GB', 'How much do I owe right now?'],
  ])(
    'verifies and reads her balance in %s [S39, S40]',
    async (language, locale, question) => {
      const person = personIn(language);
      const chat = await ChatClient.open(desk.url, locale);
      const first = await chat.say(question);
      expect(first.channelData?.skranke?.expects).toBe('email');
      const told = await prove(desk, chat, person);
      expect(told.channelData?.skranke?.level).toBe('substantial');
      for (const { outstandingOre, kid } of person.cases) {
        expect(squeezed(told.text)).toContain(squeezed(kroner(outstandingOre)));
        expect(told.text).toContain(kid);
      }
    },
    30_000,
  );

  it('opens one case with the letter code alone, and only that one', async () => {
    const person = everybody.find((one) => one.cases.length > 1 && one.kind === 'person');
    const chat = await ChatClient.open(desk.url);
    const told = await chat.say(person?.cases[1]?.letterCode ?? '');
    expect(told.channelData?.skranke?.level).toBe('low');
    expect(squeezed(told.text)).toContain(squeezed(kroner(person?.cases[1]?.outstandingOre ?? 0)));
    expect(JSON.stringify(told)).not.toContain(person?.cases[0]?.kid);
  }, 30_000);

  it('learns nothing of a debt from a mailbox code alone: a mailbox may be shared', async () => {
    const person = personIn('nb');
    const chat = await ChatClient.open(desk.url);
    await chat.say('Hva er kravet på?');
    const told = await chat.say(await codeFor(desk, chat, person.email ?? ''));
    expect(told.channelData?.skranke?.level).toBe('low');
    expect(told.text).not.toContain(person.cases[0]?.creditor);
    expect(told.channelData?.skranke?.expects).toBe('letter-code');
  }, 30_000);

  it('gives a stranger the same words as a debtor, byte for byte [ND1, ND7]', async () => {
    const [known, unknown] = await Promise.all(
      [personIn('nb').email ?? '', 'nobody.at.all@nowhere.example'].map(async (address) => {
        const chat = await ChatClient.open(desk.url);
        const words = [];
        for (const text of ['Hva er kravet på?', address, '12345678', 'ABCDE 12345'])
          words.push((await chat.say(text)).text);
        return words;
      }),
    );
    expect(known).toEqual(unknown);
  }, 30_000);
});
