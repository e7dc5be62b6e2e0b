/** A phone instead of a mailbox, through the product's own front door, in three languages. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChatClient, type ChatActivity } from '../world/chat-client.js';
import { askDatabase } from '../world/desk-database.js';
import { eventually, people, startDesk, type DevPerson, type RunningDesk } from '../world/running-desk.js';
import { codeFor } from '../world/walks.js';

type SentSms = { readonly id: string; readonly at: string; readonly to: string; readonly text: string };

let desk: RunningDesk;
let everybody: readonly DevPerson[];

const texts = async (to: string): Promise<readonly SentSms[]> =>
  (await fetch(`${desk.url}/dev/sms.json?to=${encodeURIComponent(to)}`)).json() as Promise<readonly SentSms[]>;

const textedCode = async (chat: ChatClient, typed: string, phone: string): Promise<string> => {
  const before = (await texts(phone)).length;
  await chat.say(typed);
  const sms = await eventually(`a code to ${phone}`, async () => (await texts(phone))[before]);
  return /\d{4} \d{4}/.exec(sms.text)?.[0] ?? '';
};

const reachable = (language: string): DevPerson & { readonly phone: string; readonly email: string } => {
  const found = everybody.find(
    (one) =>
      one.language === language &&
      one.kind === 'person' &&
      one.phone !== null &&
      one.email !== null &&
      one.cases.length > 0,
  );
  if (found?.phone == null || found.email === null) throw new Error(`nobody with a phone speaks ${language}`);
  return { ...found, phone: found.phone, email: found.email };
};
const levelOf = (answer: ChatActivity): string | undefined => answer.channelData?.skranke?.level;

beforeAll(async () => {
  desk = await startDesk();
  everybody = await people(desk);
}, 90_000);

afterAll(async () => desk.stop(), 30_000);

describe('a code by SMS', () => {
  it.each([
    ['nb', 'nb-NO', 'Hva er kravet på nå?', 'mobilnummeret', (phone: string) => phone],
    ['nn', 'nn-NO', 'Kor mykje er kravet på no?', 'mobilnummeret', (phone: string) => phone.replace('+47', '0047 ')],
    [
      'en',
      'en-GB',
      'How much do I owe right now?',
      'mobile number',
      (phone: string) => phone.replace(/^\+47(...)(..)/, '$1 $2 '),
    ],
  ])(
    'and the letter together open everything in %s, by typing alone [S17, S39]',
    async (language, locale, question, word, typed) => {
      const person = reachable(language);
      const chat = await ChatClient.open(desk.url, locale);
      expect((await chat.say(question)).text).toContain(word);
      const low = await chat.say(await textedCode(chat, typed(person.phone), person.phone));
      expect(levelOf(low)).toBe('low');
      expect(low.text).not.toContain(person.cases[0]?.creditor);
      const told = await chat.say(person.cases[0]?.letterCode ?? '');
      expect(levelOf(told)).toBe('substantial');
      for (const { kid } of person.cases) expect(told.text).toContain(kid);
    },
    30_000,
  );

  it('is one short message to the number on file, oldest first, and on the page of the demo [ND2]', async () => {
    const person = reachable('nb');
    const sent = await texts(person.phone);
    expect(sent.length).toBeGreaterThan(0);
    expect(Object.keys(sent[0] ?? {}).sort()).toEqual(['at', 'id', 'text', 'to']);
    expect(sent[0]?.to).toBe(person.phone);
    expect(sent.map(({ at }) => at)).toEqual(sent.map(({ at }) => at).sort());
    expect(sent.every(({ text }) => text.length <= 160 && !/inkasso|Fjordvakt|krav|https?:/i.test(text))).toBe(true);
    expect(await (await fetch(`${desk.url}/dev/mailbox`)).text()).toContain(sent[0]?.text);
  });

  it('is worth low beside a mailbox unless one of the two was confirmed before, and never joins with another session’s [C07]', async () => {
    const person = reachable('en');
    const [one, other] = [await ChatClient.open(desk.url, 'en-GB'), await ChatClient.open(desk.url, 'en-GB')];
    const byMail = await codeFor(desk, one, person.email);
    expect(levelOf(await one.say(byMail))).toBe('low');
    const byPhone = await textedCode(other, person.phone, person.phone);
    expect(levelOf(await one.say(byPhone))).toBe('low');
    expect(levelOf(await other.say(byPhone))).toBe('low');
  }, 30_000);

  it('gives a number nobody has the same bytes, status and headers, and the same rows [ND1, ND7, C27]', async () => {
    const worlds = await Promise.all(
      [reachable('nb').phone, '+4799990000'].map(async (phone) => {
        const chat = await ChatClient.open(desk.url);
        const seen = [];
        for (const text of [
          'Hva er kravet på?',
          phone,
          '4000 0001',
          '40000002',
          phone.slice(3),
          'Ny kode',
          phone.slice(3),
        ]) {
          const answer = await chat.post({ type: 'message', text, locale: 'nb-NO', from: { id: 'x' } });
          const headers = [...answer.headers].filter(([name]) => name !== 'date');
          seen.push({ status: answer.status, headers });
        }
        const { activities } = await chat.read(0);
        const said = activities
          .filter(({ from }) => from.role === 'bot')
          .map(({ text, type, channelData, suggestedActions }) => ({ type, text, channelData, suggestedActions }));
        const rows = await askDatabase(
          desk,
          `SELECT ch.kind, ch.purpose, ch.tries, octet_length(ch.target_index) AS target, octet_length(ch.code_hash) AS hash
             FROM challenge ch JOIN conversation c ON c.id = ch.conversation_id WHERE c.public_id = $1 ORDER BY ch.created_at, ch.id`,
          [chat.conversationId],
        );
        return { seen, said, rows };
      }),
    );
    expect(worlds[0]).toEqual(worlds[1]);
    expect(worlds[0]?.said).toHaveLength(8);
  }, 30_000);
});
