/** Road 3 through the product's own doors: what people ask by mail and chat, a caseworker sees, answers and settles. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChatClient } from '../world/chat-client.js';
import { ConsoleClient } from '../world/console-client.js';
import type { OpenedCase } from '../world/opened-case.js';
import { eventually, people, sentTo, startDesk, type RunningDesk } from '../world/running-desk.js';
import { prove } from '../world/walks.js';

const minute = 60_000;

let desk: RunningDesk;
let amund: ConsoleClient;
let liv: ConsoleClient;

beforeAll(async () => {
  desk = await startDesk();
  amund = await ConsoleClient.signIn(desk.url, 'amund');
  liv = await ConsoleClient.signIn(desk.url, 'liv');
}, 90_000);

afterAll(async () => desk.stop(), 30_000);

const receive = async (raw: string | Buffer): Promise<void> => {
  const { status } = await fetch(`${desk.url}/dev/mailbox`, {
    method: 'POST',
    headers: { 'Content-Type': 'message/rfc822' },
    body: new Uint8Array(Buffer.from(raw)),
  });
  expect(status).toBe(202);
};

type Listed = { readonly cases: readonly { readonly id: string; readonly stage: string }[] };

const newCase = (worker: ConsoleClient, queue: string, known: readonly string[] = []): Promise<string> =>
  eventually(`a case in ${queue}`, async () => {
    const { cases } = await worker.get<Listed>(`cases?queue=${queue}`);
    return cases.find(({ id }) => !known.includes(id))?.id;
  });

const act = async (worker: ConsoleClient, id: string, what: { readonly do: string } & Record<string, unknown>) => {
  const { version, lastSeq } = await worker.get<OpenedCase>(`cases/${id}`);
  const { status, body } = await worker.act(id, {
    version,
    ...(what.do === 'answer' ? { ifLastSeq: lastSeq } : {}),
    ...what,
  });
  if (status !== 200) throw new Error(`${what.do}: ${String(status)} ${JSON.stringify(body)}`);
  return body as OpenedCase;
};

const move = async (to: Date): Promise<void> => {
  const { status } = await fetch(`${desk.url}/dev/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ now: to.toISOString() }),
  });
  expect(status).toBe(200);
};

describe('an e-mail that asks for a correction', () => {
  it(
    'becomes a case, is answered in its thread by a person, and is settled',
    async () => {
      await receive(readFileSync('config/sample/mails/01-address-correction-nn.eml'));
      const id = await newCase(amund, 'rectification');
      const claimed = await act(amund, id, { do: 'claim' });
      expect(claimed.words).toContain('Elvekanten 30');
      expect(claimed.subject).toBe('Ny adresse frå 1. desember');
      expect(claimed.person).toBeNull();
      const template = claimed.templates.find((one) => one.id === 'ask-letter-code')?.text ?? '';
      expect(template).toContain('Helsing Fjordvakt');
      await act(amund, id, { do: 'answer', text: template });
      const address = 'hakon.nessane@fjellpost.example';
      const letter = await eventually('the letter', async () =>
        (await sentTo(desk, address)).find(({ text }) => text.includes('koden der')),
      );
      const header = (name: string): string | undefined =>
        letter.headers.find(([field]) => field.toLowerCase() === name)?.[1];
      expect(header('in-reply-to')).toBe('<20261123194203.77c1@fjellpost.example>');
      expect(header('reply-to')).toMatch(/svar\+/);
      expect(header('auto-submitted')).toBeUndefined();
      expect(letter.subject).not.toMatch(/inkasso|krav/i);
      expect(letter.text).toContain('STOPP');
      const settled = await act(amund, id, {
        do: 'settle',
        ground: 'not-identified',
        text: 'Hei, vi veit ikkje kven du er. Helsing Fjordvakt',
      });
      expect([settled.stage, settled.request?.state]).toEqual(['settled', 'unidentified_closed']);
      const last = await eventually('the last letter', async () =>
        (await sentTo(desk, address)).find(({ text }) => text.includes('veit ikkje kven du er')),
      );
      expect(last.text).toContain('Datatilsynet');
      expect(settled.history.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['read', 'claim', 'answer', 'settle']),
      );
    },
    minute,
  );
});

describe('a mail that cannot be read', () => {
  it(
    'waits for a person, who can fetch it as it came and have it read again',
    async () => {
      await receive(
        `From: noen@example.no\r\nTo: post@fjordvakt.example\r\nX-Much: ${'x'.repeat(200_000)}\r\n\r\nHei\r\n`,
      );
      const id = await newCase(amund, 'unreadable-mail');
      const { mail } = await amund.get<OpenedCase>(`cases/${id}`);
      expect(mail?.screen).toMatchObject({ verdict: 'quarantine' });
      const raw = await amund.call('GET', `mails/${mail?.id ?? ''}/raw`);
      expect([raw.status, raw.headers.get('content-type')]).toEqual([200, 'message/rfc822']);
      expect((await amund.call('POST', `mails/${mail?.id ?? ''}/reprocess`, {})).body).toEqual({ again: true });
    },
    minute,
  );
});

describe('a debtor who has proven herself in the chat', () => {
  it(
    'gets the caseworker’s answer where she wrote from, and the machine back when the case is settled',
    async () => {
      const person = (await people(desk)).find(({ key }) => key === 'marit-tangerud-elverum');
      if (person === undefined) throw new Error('she is not in the sample');
      const chat = await ChatClient.open(desk.url);
      await prove(desk, chat, person);
      await chat.say('Jeg vil gjerne dele opp betalingen');
      const id = await newCase(liv, 'payments');
      const claimed = await act(liv, id, { do: 'claim' });
      expect(claimed.person?.name).toBe(person.name);
      await act(liv, id, { do: 'answer', text: 'Hei! Passer det med fire avdrag?' });
      const read = await eventually('the answer', async () =>
        (await chat.read(0)).activities.find(({ from }) => from.id === 'caseworker'),
      );
      expect(read.text).toBe('Hei! Passer det med fire avdrag?');
      await chat.post({ type: 'message', text: 'Ja, det passer fint', locale: 'nb-NO' });
      const { transcript } = await liv.get<OpenedCase>(`cases/${id}`);
      expect(transcript.at(-1)).toMatchObject({ author: 'person', text: 'Ja, det passer fint' });
      await act(liv, id, { do: 'settle', ground: 'answered', text: 'Da er vi enige.' });
      expect((await chat.say('Hva er kravet på?')).from.id).toBe('desk');
    },
    minute,
  );
});

describe('a case that waits', () => {
  it(
    'is taken up again by the worker when its time has come, by the desk’s clock',
    async () => {
      const chat = await ChatClient.open(desk.url);
      await chat.say('Jeg vil snakke med et menneske');
      const id = await newCase(amund, 'people');
      await act(amund, id, { do: 'claim' });
      const until = new Date(Date.now() + 2 * 60 * minute);
      const waiting = await act(amund, id, { do: 'wait', until: until.toISOString(), reason: 'ringer i ettermiddag' });
      expect(waiting.stage).toBe('waiting');
      await move(new Date(until.getTime() + minute));
      expect(await amund.get<OpenedCase>(`cases/${id}`)).toMatchObject({ stage: 'claimed', waitReason: null });
    },
    minute,
  );
});
