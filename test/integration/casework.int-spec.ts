import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseAnswer, refusedAnswer, stoppedAnswer } from '../../src/modules/console/answer.schema.js';
import { ConsoleClient, type ActBody } from '../world/console-client.js';
import { fileByChat, fileByMail, partyOf } from '../world/filed-cases.js';
import { openHouse, type MainHouse } from '../world/main-house.js';
import type { OpenedCase } from '../world/opened-case.js';

const wrongAddress = 'Dere har feil adresse på meg. Rett adressen min.';
const general = 'Hei, takk for at du skrev. Vi ser på det. Hilsen Fjordvakt';

let house: MainHouse;
let amund: ConsoleClient;
let liv: ConsoleClient;
let ranveig: ConsoleClient;
let idun: ConsoleClient;

beforeAll(async () => {
  house = await openHouse();
  [amund, liv, ranveig, idun] = (await Promise.all(
    ['amund', 'liv', 'ranveig', 'idun'].map((key) => ConsoleClient.signIn(house.url, key)),
  )) as [ConsoleClient, ConsoleClient, ConsoleClient, ConsoleClient];
}, 60_000);

afterAll(async () => house.close());

const opened = async (worker: ConsoleClient, id: string): Promise<OpenedCase> => {
  const body = await worker.get<OpenedCase>(`cases/${id}`);
  caseAnswer.parse(body);
  return body;
};

/** Does something with the case as it now stands. @returns the case afterwards, or what was said instead */
const act = async (worker: ConsoleClient, id: string, what: ActBody) =>
  worker.act(id, { version: (await opened(worker, id)).version, ...what });

const done = async (worker: ConsoleClient, id: string, what: ActBody): Promise<OpenedCase> => {
  const { status, body } = await act(worker, id, what);
  if (status !== 200) throw new Error(`${what.do}: ${String(status)} ${JSON.stringify(body)}`);
  return body as OpenedCase;
};

const count = async (statement: string, values: readonly unknown[]): Promise<number> => {
  const [row] = await house.source.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${statement}`, [...values]);
  return row?.n ?? -1;
};

const ownerOf = async (conversationId: string): Promise<string | undefined> =>
  (await house.source.query<{ owner: string }[]>('SELECT owner FROM conversation WHERE id = $1', [conversationId]))[0]
    ?.owner;

describe('an answer to a mail', () => {
  it('goes out by mail in its thread, on a decision of its own, and a person answers there from then on [ND13]', async () => {
    const filed = await fileByMail(house, wrongAddress);
    expect(filed.queue).toBe('rectification');
    await done(amund, filed.id, { do: 'claim' });
    const after = await done(amund, filed.id, { do: 'answer', text: general, ifLastSeq: 1 });
    const sent = await house.source.query<{ kind: string; actor: string; action: string; rule: string }[]>(
      `SELECT m.kind, j.actor_id AS actor, j.action, j.decision #>> '{disclosed,0,rule}' AS rule FROM outgoing_message m
         JOIN journal_entry j ON j.id = m.decision_id WHERE m.conversation_id = $1 AND m.kind <> 'neutral'`,
      [filed.conversationId],
    );
    expect(sent).toEqual([{ kind: 'answer', actor: 'amund', action: 'answer', rule: 'caseworker-answer-to-anyone' }]);
    expect(await ownerOf(filed.conversationId)).toBe('human');
    expect(after.transcript.at(-1)).toMatchObject({ author: 'caseworker', text: expect.stringContaining(general) });
  });

  it('is refused where there is nobody to answer', async () => {
    const filed = await fileByMail(house, wrongAddress, null);
    await done(amund, filed.id, { do: 'claim' });
    const { status, body } = await act(amund, filed.id, { do: 'answer', text: general, ifLastSeq: 1 });
    expect([status, refusedAnswer.parse(body).error.refusal]).toEqual([409, 'unreachable']);
  });

  it('is refused after the sender has asked for no more mail [ND14]', async () => {
    const from = 'ikke-mer@example.no';
    const filed = await fileByMail(house, wrongAddress, from);
    await fileByMail(house, 'STOPP', from).catch(() => null);
    await done(amund, filed.id, { do: 'claim' });
    expect((await act(amund, filed.id, { do: 'answer', text: general, ifLastSeq: 1 })).status).toBe(409);
  });
});

describe('a letter to who is not proven', () => {
  it('is stopped while it holds a sum, and nothing is written [ND2]', async () => {
    const filed = await fileByMail(house, wrongAddress);
    const claimed = await done(amund, filed.id, { do: 'claim' });
    const lines = await count('journal_entry WHERE case_id = $1', [filed.id]);
    for (const secondLook of [false, true]) {
      const { status, body } = await amund.act(filed.id, {
        do: 'answer',
        version: claimed.version,
        text: 'Hei, kravet er på 1 234,50 kr.',
        ifLastSeq: claimed.lastSeq,
        secondLook,
      });
      expect(status).toBe(422);
      expect(stoppedAnswer.parse(body).error.findings).toMatchObject([
        { kind: 'amount', mayPass: false, text: '1 234,50 kr' },
      ]);
    }
    expect(await count('journal_entry WHERE case_id = $1', [filed.id])).toBe(lines);
    expect(await count(`outgoing_message WHERE conversation_id = $1 AND kind = 'answer'`, [filed.conversationId])).toBe(
      0,
    );
    expect((await opened(amund, filed.id)).version).toBe(claimed.version);
  });

  it('is stopped by the name of somebody in the register, and goes after a second look [ND3]', async () => {
    const text = 'Hei, dette gjelder Kari Fjellanger. Hilsen Fjordvakt';
    const filed = await fileByMail(house, wrongAddress);
    await done(amund, filed.id, { do: 'claim' });
    const first = await act(amund, filed.id, { do: 'answer', text, ifLastSeq: 1 });
    expect(first.status).toBe(422);
    expect(stoppedAnswer.parse(first.body).error.findings).toMatchObject([{ kind: 'name', mayPass: true }]);
    expect((await act(amund, filed.id, { do: 'answer', text, ifLastSeq: 1, secondLook: true })).status).toBe(200);
  });

  it('is stopped while a place of its template is open', async () => {
    const filed = await fileByMail(house, wrongAddress);
    const { templates } = await done(amund, filed.id, { do: 'claim' });
    const text = templates.find(({ id }) => id === 'need-more-information')?.text;
    const { status, body } = await act(amund, filed.id, { do: 'answer', text, ifLastSeq: 1, secondLook: true });
    expect([status, stoppedAnswer.parse(body).error.findings[0]?.kind]).toEqual([422, 'blank']);
  });

  it('is offered no template that speaks of a case, and every other one may go as it stands', async () => {
    const filed = await fileByMail(house, wrongAddress);
    const { templates, mayTell, person } = await done(amund, filed.id, { do: 'claim' });
    expect([mayTell, person]).toEqual(['general', null]);
    expect(templates.map(({ id }) => id)).not.toContain('address-corrected');
    for (const { id, text } of templates.filter((one) => !one.text.includes('[…]'))) {
      const { status } = await act(amund, filed.id, { do: 'answer', text, ifLastSeq: 1 });
      expect([id, status]).toEqual([id, 200]);
    }
  });
});

describe('an answer to a chat', () => {
  it('stands in her own conversation as a caseworker, and the machine is silent until it is given back', async () => {
    const filed = await fileByChat(house, 'Jeg vil dele opp betalingen', 'marit-tangerud-elverum');
    expect(filed.queue).toBe('payments');
    const claimed = await done(liv, filed.id, { do: 'claim' });
    expect([claimed.reach, claimed.mayTell]).toEqual(['chat', 'own-facts']);
    await done(liv, filed.id, { do: 'answer', text: 'Hei, det ordner vi.', ifLastSeq: claimed.lastSeq });
    const { activities } = await filed.chat.read(0);
    expect(activities.at(-1)).toMatchObject({ from: { id: 'caseworker', role: 'bot' }, text: 'Hei, det ordner vi.' });
    const before = activities.length;
    await filed.chat.post({ type: 'message', text: 'Takk! Hva er kravet på?', locale: 'nb-NO' });
    expect((await filed.chat.read(0)).activities).toHaveLength(before + 1);
    await done(liv, filed.id, { do: 'settle', ground: 'answered', text: null });
    expect((await filed.chat.say('Hei')).from.id).toBe('desk');
  });

  it('is not sent past what the person has written meanwhile [412]', async () => {
    const filed = await fileByChat(house, 'Jeg vil snakke med et menneske');
    const claimed = await done(amund, filed.id, { do: 'claim' });
    await filed.chat.say('Hallo?');
    const { status, body } = await act(amund, filed.id, { do: 'answer', text: general, ifLastSeq: claimed.lastSeq });
    expect([status, refusedAnswer.parse(body).error.refusal]).toEqual([412, 'moved-on']);
    expect(
      (await act(amund, filed.id, { do: 'answer', text: general, ifLastSeq: (await opened(amund, filed.id)).lastSeq }))
        .status,
    ).toBe(200);
  });

  it('is not sent on a page that was old [412]', async () => {
    const filed = await fileByChat(house, 'Kan jeg få snakke med et menneske?');
    const claimed = await done(amund, filed.id, { do: 'claim' });
    await done(amund, filed.id, { do: 'note', text: 'ringt' });
    const { status, body } = await amund.act(filed.id, { do: 'release', version: claimed.version });
    expect([status, refusedAnswer.parse(body).error.refusal]).toEqual([412, 'stale']);
  });

  it('may name a sum of her ledger, and no other without a second look', async () => {
    const filed = await fileByChat(house, 'Jeg trenger mer tid til å betale', 'marit-tangerud-elverum');
    const claimed = await done(liv, filed.id, { do: 'claim' });
    const [own] = await house.source.query<{ ore: string }[]>(
      `SELECT c.principal_ore AS ore FROM claim c JOIN claim_party cp ON cp.claim_id = c.id
        WHERE cp.party_id = $1 LIMIT 1`,
      [await partyOf(house, 'marit-tangerud-elverum')],
    );
    const kroner = (ore: number): string => `${String(Math.trunc(ore / 100))},${String(ore % 100).padStart(2, '0')} kr`;
    const principal = Number(own?.ore);
    const stopped = await act(liv, filed.id, {
      do: 'answer',
      text: `Det er ${kroner(principal + 7)}.`,
      ifLastSeq: claimed.lastSeq,
    });
    expect([stopped.status, stoppedAnswer.parse(stopped.body).error.findings[0]]).toMatchObject([
      422,
      { kind: 'amount', mayPass: true },
    ]);
    expect(
      (await act(liv, filed.id, { do: 'answer', text: `Det er ${kroner(principal)}.`, ifLastSeq: claimed.lastSeq }))
        .status,
    ).toBe(200);
  });

  it('of a mail that was confirmed in a chat stands in the chat; the mail address hears only that it waits', async () => {
    const mail = await fileByMail(house, wrongAddress, 'eier@example.no');
    const { chat, conversationId } = await fileByChat(
      house,
      'Jeg vil snakke med et menneske',
      'marit-tangerud-elverum',
    );
    await house.source.query(
      `UPDATE desk_case SET conversation_id = $2, identity = 'substantial', party_id = $3 WHERE id = $1`,
      [mail.id, conversationId, await partyOf(house, 'marit-tangerud-elverum')],
    );
    const { lastSeq } = await done(amund, mail.id, { do: 'claim' });
    await done(amund, mail.id, { do: 'settle', ground: 'granted', text: 'Adressen er rettet.' });
    expect(lastSeq).toBeGreaterThan(0);
    expect((await chat.read(0)).activities.at(-1)?.text).toContain('Adressen er rettet.');
    const { transcript } = await opened(amund, mail.id);
    expect(transcript.at(-1)?.text).toContain('Adressen er rettet.');
    const sent = await house.source.query<{ kind: string }[]>(
      `SELECT kind FROM outgoing_message WHERE conversation_id = $1 AND kind IN ('answer', 'notice')`,
      [mail.conversationId],
    );
    expect(sent).toEqual([{ kind: 'notice' }]);
  });
});

describe('a right of the data subject', () => {
  it('is refused only in words, with the supervisory authority and the courts below them [L4, R6]', async () => {
    const filed = await fileByChat(
      house,
      'Dere har feil adresse på meg. Jeg vil ha den rettet.',
      'marit-tangerud-elverum',
    );
    await done(amund, filed.id, { do: 'claim' });
    const bare = await act(amund, filed.id, { do: 'settle', ground: 'refused-accurate', text: null });
    expect([bare.status, refusedAnswer.parse(bare.body).error.refusal]).toEqual([409, 'letter-needed']);
    const unknown = await act(amund, filed.id, { do: 'settle', ground: 'because', text: 'Nei.' });
    expect(refusedAnswer.parse(unknown.body).error.refusal).toBe('ground-unfit');
    await done(amund, filed.id, { do: 'settle', ground: 'refused-accurate', text: 'Adressen stemmer.' });
    const last = (await filed.chat.read(0)).activities.at(-1)?.text ?? '';
    expect(last).toContain('Adressen stemmer.');
    expect(last).toContain('Datatilsynet');
    expect(last).toContain('domstolene');
    expect((await opened(amund, filed.id)).request?.state).toBe('decided_refused');
    const events = await house.source.query<{ kind: string; actor_id: string | null; reason: string | null }[]>(
      `SELECT e.kind, e.actor_id, e.reason FROM request_event e JOIN desk_case c ON c.request_id = e.request_id
        WHERE c.id = $1 ORDER BY e.at, e.id`,
      [filed.id],
    );
    expect(events).toEqual([
      { kind: 'received', actor_id: null, reason: null },
      { kind: 'taken', actor_id: 'amund', reason: null },
      { kind: 'decided', actor_id: 'amund', reason: 'refused-accurate' },
    ]);
  });
});

describe('a request that is for the creditor to decide', () => {
  it('is passed on and never decided here, and the person is told to whom [S10, L9]', async () => {
    const filed = await fileByChat(house, 'Slett alt dere har om meg', 'kari-fjellanger', 'forward');
    const claimed = await done(amund, filed.id, { do: 'claim' });
    expect(claimed.grounds.map(({ id }) => id)).toContain('forwarded-to-controller');
    expect(claimed.grounds.map(({ id }) => id)).not.toContain('granted');
    const decided = await act(amund, filed.id, { do: 'settle', ground: 'granted', text: 'Det er slettet.' });
    expect(refusedAnswer.parse(decided.body).error.refusal).toBe('ground-unfit');
    const text = 'Det er Bølgeblikk Mobil som avgjør, så de har fått det.';
    const forwarded = await done(amund, filed.id, { do: 'settle', ground: 'forwarded-to-controller', text });
    expect([forwarded.stage, forwarded.request?.state]).toEqual(['forwarded', 'forwarded']);
    expect(forwarded.siblings.map(({ queue }) => queue)).toEqual(['forward']); // hers as controller lies in a queue amund does not clear
    expect((await filed.chat.read(0)).activities.at(-1)?.text).toBe(text);
  });
});

describe('four eyes', () => {
  const erasure = async (): Promise<string> => {
    const { id, queue } = await fileByChat(house, 'Slett alt dere har om meg', 'marit-tangerud-elverum');
    expect(queue).toBe('erasure');
    await done(ranveig, id, { do: 'claim' });
    return id;
  };
  const proposal = { do: 'settle', ground: 'refused-legal-claims', text: 'Vi trenger opplysningene.' };

  it('are two people: who proposes may not approve [I04]', async () => {
    const id = await erasure();
    const proposed = await done(ranveig, id, proposal);
    expect([proposed.stage, proposed.proposal?.letter]).toEqual(['proposed', 'Vi trenger opplysningene.']);
    const own = await act(ranveig, id, { do: 'approve' });
    expect([own.status, refusedAnswer.parse(own.body).error.refusal]).toEqual([409, 'same-person']);
    const approved = await done(idun, id, { do: 'approve' });
    expect([approved.stage, approved.request?.state]).toEqual(['settled', 'decided_refused']);
    expect(approved.transcript.at(-1)?.text).toContain('Vi trenger opplysningene.');
  });

  it('are two people, not two accounts of one [I05]', async () => {
    await house.source.query(
      `INSERT INTO caseworker (id, name, roles) SELECT 'ranveig-2', 'RANVEIG  osdalen', roles FROM caseworker WHERE id = 'ranveig'`,
    );
    const second = await ConsoleClient.signIn(house.url, 'ranveig-2');
    const id = await erasure();
    await done(ranveig, id, proposal);
    expect(refusedAnswer.parse((await act(second, id, { do: 'approve' })).body).error.refusal).toBe('same-person');
  });

  it('are atomic: of two who approve at once one does, and the person is told once [I04]', async () => {
    await house.source.query(
      `INSERT INTO caseworker (id, name, roles) SELECT 'third', 'Tredje Person', roles FROM caseworker WHERE id = 'ranveig'`,
    );
    const third = await ConsoleClient.signIn(house.url, 'third');
    const id = await erasure();
    const { version } = await done(ranveig, id, proposal);
    const answers = await Promise.all([idun, third].map((one) => one.act(id, { do: 'approve', version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { transcript } = await opened(idun, id);
    expect(transcript.filter(({ author }) => author === 'caseworker')).toHaveLength(1);
  });
});
