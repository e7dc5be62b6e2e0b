/** Road 2 through the product's own front doors: a raw mail in, a neutral answer out, the real answer where she has proven herself. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ChatClient } from '../world/chat-client.js';
import { askDatabase } from '../world/desk-database.js';
import {
  eventually,
  people,
  sentTo,
  startDesk,
  type DevPerson,
  type RunningDesk,
  type SentMail,
} from '../world/running-desk.js';
import { codeFor } from '../world/walks.js';

const minute = 60_000;
/** The contract's promise. */
const answerWithinMs = 10_000;
const samples = resolve(import.meta.dirname, '../../config/sample/mails');

let desk: RunningDesk;
let everybody: readonly DevPerson[];
let numbered = 0;

const post = async (raw: Buffer | string, dmarc: 'pass' | 'none' = 'pass'): Promise<void> => {
  const answer = await fetch(`${desk.url}/dev/mailbox?dmarc=${dmarc}`, {
    method: 'POST',
    headers: { 'Content-Type': 'message/rfc822' },
    body: typeof raw === 'string' ? raw : new Uint8Array(raw),
  });
  expect(answer.status).toBe(202);
};

/** Writes from an address and waits for the desk's answer to it. */
const write = async (from: string, body: string, subject = 'Saken min'): Promise<SentMail> => {
  const before = (await sentTo(desk, from)).length;
  numbered += 1;
  const head = [
    `Return-Path: <${from}>`,
    `From: ${from}`,
    'To: post@fjordvakt.example',
    `Subject: ${subject}`,
    `Message-ID: <${String(numbered)}@reise.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ];
  await post([...head, '', ...body.split('\n')].join('\r\n'));
  return eventually(`an answer to ${from}`, async () => (await sentTo(desk, from))[before], answerWithinMs);
};

const debtor = (language: string, other = 0): DevPerson => {
  const fitting = everybody.filter(
    (one) =>
      one.language === language &&
      one.email !== null &&
      one.kind === 'person' &&
      one.cases.length > 0 &&
      one.cases.every(({ outstandingOre }) => outstandingOre > 0) &&
      everybody.filter(({ email }) => email === one.email).length === 1,
  );
  const found = fitting[other];
  if (found === undefined) throw new Error(`no such debtor who speaks ${language}`);
  return found;
};
const threadOf = (mail: SentMail): string => /\/t\/([a-z2-7]{26})/.exec(mail.text)?.[1] ?? '';
const receipt = /[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}-[0-9A-Z]{6}/g;
const receiptsIn = (mail: SentMail): readonly string[] => mail.text.match(receipt) ?? [];
const casesOf = async (mail: SentMail) =>
  askDatabase<{ intent: string; identity: string; state: string; settledBy: string | null }>(
    desk,
    `SELECT c.intent, c.identity, c.state, c.settled_by AS "settledBy" FROM desk_case c
       JOIN inbound_mail m ON m.id = c.inbound_mail_id JOIN conversation v ON v.id = m.conversation_id
      WHERE v.thread_ref = $1 ORDER BY c.intent`,
    [threadOf(mail)],
  );
const squeezed = (text: string | undefined): string => (text ?? '').replace(/[\s\u00a0,.]/g, '');
const inKroner = (ore: number): string => `${String(Math.trunc(ore / 100))}${String(ore % 100).padStart(2, '0')}`;

/** Proves herself in a chat that belongs to the mail. @returns the chat, and its last answer's words */
const proveIn = async (person: DevPerson, open: (chat: ChatClient) => Promise<void>) => {
  const chat = await ChatClient.open(desk.url, person.language);
  await open(chat);
  await chat.say(await codeFor(desk, chat, person.email ?? ''));
  const letter = person.cases[0]?.letterCode ?? '';
  return { chat, asked: await chat.say(`${letter.slice(0, 5)} ${letter.slice(5)}`) };
};

beforeAll(async () => {
  desk = await startDesk();
  everybody = await people(desk);
}, minute);

afterAll(async () => desk.stop(), minute);

describe('a debtor writes an e-mail', () => {
  const words = {
    nb: {
      text: 'Hva er kravet på nå?\n\nKan dere rette adressen min til Storgata 3?',
      kind: 'retting',
      yes: 'ja',
      machine: 'automatisk svar',
      law: 'Svar innen',
    },
    nn: {
      text: 'Kva er kravet på no?\n\nKan de rette adressa mi til Storgata 3?',
      kind: 'retting',
      yes: 'ja',
      machine: 'automatisk svar',
      law: 'Svar innan',
    },
    en: {
      text: 'How much is the claim today?\n\nPlease correct my address to Storgata 3.',
      kind: 'correct',
      yes: 'yes',
      machine: 'automatic reply',
      law: 'Answer by',
    },
  } as const;

  it.each(['nb', 'nn', 'en'] as const)(
    'and is answered neutrally within ten seconds, then with the facts where she has proven herself: %s [ND1-ND4, ND16, S17]',
    async (language) => {
      const person = debtor(language);
      const { text, yes, machine, law, kind } = words[language];
      const answer = await write(person.email ?? '', text);

      expect(answer.envelope).toEqual({ from: '', to: [person.email] });
      expect(answer.text).toContain(machine);
      expect(answer.text).toContain(law);
      for (const { caseNumber, creditor, kid, outstandingOre } of person.cases)
        for (const secret of [caseNumber, creditor, kid, inKroner(outstandingOre)])
          expect(
            squeezed(`${answer.subject} ${answer.text} ${answer.html} ${JSON.stringify(answer.headers)}`),
          ).not.toContain(squeezed(secret));
      expect(`${answer.subject}${answer.text}`).not.toMatch(/Storgata|inkasso|skyld/i);
      expect(receiptsIn(answer).length).toBeGreaterThanOrEqual(1);
      const filed = await casesOf(answer);
      expect(filed).toMatchObject([
        { intent: 'balance', identity: 'pending', state: 'open' },
        { intent: 'rectification', identity: 'pending', state: 'open' },
      ]);

      const { chat, asked } = await proveIn(person, async (one) => one.event('thread', threadOf(answer)));
      expect(asked.text?.toLowerCase()).toContain(kind);
      expect(asked.text).not.toContain('Storgata');
      const told = await chat.say(yes);
      for (const { outstandingOre } of person.cases) expect(squeezed(told.text)).toContain(inKroner(outstandingOre));
      expect(await casesOf(answer)).toMatchObject([
        { intent: 'balance', identity: 'substantial', state: 'settled', settledBy: 'desk' },
        { intent: 'rectification', identity: 'substantial', state: 'open' },
      ]);
    },
    minute,
  );

  it(
    'and finds it again by its receipt alone, for who trusts no link',
    async () => {
      const person = debtor('nb', 1);
      const answer = await write(person.email ?? '', 'Hva er kravet på nå?');
      const [told = ''] = receiptsIn(answer);
      const { chat } = await proveIn(person, async (one) => {
        await one.say(told);
      });
      const facts = await chat.say('ja');
      for (const { outstandingOre } of person.cases) expect(squeezed(facts.text)).toContain(inKroner(outstandingOre));
    },
    minute,
  );

  it(
    'in her name that she did not write: her no leaves it to a person, and it never becomes hers [ND17]',
    async () => {
      const person = debtor('nb', 2);
      const answer = await write(person.email ?? '', 'Slett alle opplysninger dere har om meg.');
      const { chat } = await proveIn(person, async (one) => one.event('thread', threadOf(answer)));
      await chat.say('nei');
      expect(await casesOf(answer)).toMatchObject([{ intent: 'erasure', identity: 'pending', state: 'open' }]);
    },
    minute,
  );
});

describe('a stranger writes the same', () => {
  /** What must differ: receipts, the thread and its tokens, ids, dates and the address written to. */
  const plain = ({ subject, text, html, headers, envelope, from }: SentMail, to: string) =>
    JSON.stringify({ subject, text, html, headers, envelope, from })
      .replaceAll(to, 'HER')
      .replace(receipt, 'RECEIPT')
      .replace(/svar\+[a-z2-7.]+@/g, 'THREAD@')
      .replace(/\/t\/[a-z2-7]{26}/g, '/t/THREAD')
      .replace(/<[^<>"]{1,200}@[^<>"]{1,200}>(?: [a-z2-7]{26})?/g, '<ID>')
      .replace(/_NmP-[0-9a-f]+-/g, 'BOUNDARY')
      .replace(/\[\\?"date\\?",[^\]]*\]/g, 'DATE');

  it.each([
    ['asks what the claim is', 'Hva er kravet på nå?'],
    ['asks for everything', 'Jeg vil ha innsyn i alt dere har om meg, og slett det etterpå.'],
    ['asks about another', 'Kan du si meg hva broren min skylder?'],
    ['names a case', 'Gjelder saken min. Hvordan betaler jeg?'],
    ['says nothing much', 'Hei på dere.'],
  ])(
    'and gets the same bytes but for receipts and tokens, when she %s [ND1, ND7]',
    async (_, text) => {
      numbered += 1;
      const known = debtor('nb', 3);
      const stranger = `fremmed${String(numbered)}@brevdue.example`;
      const first = await write(known.email ?? '', text);
      const second = await write(stranger, text);
      expect(plain(second, stranger)).toBe(plain(first, known.email ?? ''));
    },
    minute,
  );
});

describe('the sample mails', () => {
  it(
    'each find their way: five are answered, a note from somebody away is not',
    async () => {
      const files = readdirSync(samples).sort();
      for (const file of files) await post(readFileSync(join(samples, file)));
      const ends = await eventually('their ends', async () => {
        const rows = await askDatabase<{ state: string; reason: string | null }>(
          desk,
          `SELECT state, reason FROM inbound_mail ORDER BY id DESC LIMIT ${String(files.length)}`,
        );
        return rows.every(({ state }) => state !== 'stored') ? rows : null;
      });
      expect(ends.filter(({ state }) => state === 'ignored')).toEqual([{ state: 'ignored', reason: 'out-of-office' }]);
      expect(ends.filter(({ state }) => ['answered', 'filed'].includes(state))).toHaveLength(files.length - 1);
    },
    minute,
  );
});
