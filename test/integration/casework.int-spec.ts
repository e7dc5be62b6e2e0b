import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusedAnswer, stoppedAnswer } from '../../src/modules/console/answer.schema.js';
import { ChatClient } from '../world/chat-client.js';
import { act, done, opened } from '../world/console-acts.js';
import { ConsoleClient } from '../world/console-client.js';
import { fileByChat, fileByMail, letterCodeOf, partyOf, proveAs } from '../world/filed-cases.js';
import { openHouse, type MainHouse } from '../world/main-house.js';

const wrongAddress = 'Dere har feil adresse på meg. Rett adressen min.';
const general = 'Hei, takk for at du skrev. Vi ser på det. Hilsen Fjordvakt';

let house: MainHouse;
let amund: ConsoleClient;
let liv: ConsoleClient;

beforeAll(async () => {
  house = await openHouse();
  amund = await ConsoleClient.signIn(house.url, 'amund');
  liv = await ConsoleClient.signIn(house.url, 'liv');
}, 60_000);

afterAll(async () => house.close());

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

describe('what was asked before the proof', () => {
  it('is hers who then proves herself in the same session: the answer may speak of her case [S40]', async () => {
    const { id, chat, conversationId } = await fileByChat(house, wrongAddress);
    expect(await opened(amund, id)).toMatchObject({
      person: null,
      mayTell: 'general',
      request: { state: 'identity_pending' },
    });
    await proveAs(house, chat, 'nora-haukeland');
    expect(await opened(amund, id)).toMatchObject({
      ...{ person: { name: 'Nora Haukeland' }, mayTell: 'own-facts', identity: 'substantial' },
      request: { state: 'received' },
    });
    await house.source.query(`UPDATE desk_case SET party_id = $2, identity = 'low' WHERE id = $1`, [
      id,
      await partyOf(house, 'maja-lindvoll'),
    ]);
    await house.source.query('DELETE FROM evidence WHERE conversation_id = $1', [conversationId]);
    await proveAs(house, chat, 'nora-haukeland');
    expect(await opened(amund, id)).toMatchObject({ identity: 'low', person: { name: 'Maja Lindvoll' } });
  });

  it('more than a session ago is nobody’s: a screen may have changed hands [ND17]', async () => {
    const { id, chat } = await fileByChat(house, wrongAddress);
    await house.source.query(`UPDATE desk_case SET received_at = received_at - interval '61 minutes' WHERE id = $1`, [
      id,
    ]);
    await proveAs(house, chat, 'nora-haukeland');
    expect(await opened(amund, id)).toMatchObject({ person: null, mayTell: 'general' });
  });
});

describe('an answer that finds nobody in the chat', () => {
  it('follows the person to the next session in which she proves herself, once, and nobody else', async () => {
    const filed = await fileByChat(house, 'Jeg vil dele opp betalingen', 'torstein-nordhaug');
    const claimed = await done(liv, filed.id, { do: 'claim' });
    await done(liv, filed.id, { do: 'answer', text: 'Fire avdrag går fint.', ifLastSeq: claimed.lastSeq });
    const told = async (key: string): Promise<string> => {
      const chat = await ChatClient.open(house.url);
      await proveAs(house, chat, key);
      return JSON.stringify((await chat.read(0)).activities);
    };
    expect(await told('ingrid-nordhaug')).not.toContain('Fire avdrag');
    const first = await told('torstein-nordhaug');
    expect(first).toContain('Et menneske hos oss har svart deg:');
    expect(first).toContain('Fire avdrag går fint.');
    expect(await told('torstein-nordhaug')).not.toContain('Fire avdrag');
  });

  it('is not told again to who has written after it', async () => {
    const filed = await fileByChat(house, 'Jeg vil dele opp betalingen', 'maja-lindvoll');
    const claimed = await done(liv, filed.id, { do: 'claim' });
    await done(liv, filed.id, { do: 'answer', text: 'Fire avdrag går fint.', ifLastSeq: claimed.lastSeq });
    await filed.chat.post({ type: 'message', text: 'Takk', locale: 'nb-NO' });
    const chat = await ChatClient.open(house.url);
    await proveAs(house, chat, 'maja-lindvoll');
    expect(JSON.stringify((await chat.read(0)).activities)).not.toContain('Fire avdrag');
  });

  it('is not told by a letter code alone, which opens one case and no letters [S39]', async () => {
    const filed = await fileByChat(house, 'Jeg vil dele opp betalingen', 'lars-bakkeli-horten');
    const claimed = await done(liv, filed.id, { do: 'claim' });
    await done(liv, filed.id, { do: 'answer', text: 'Fire avdrag går fint.', ifLastSeq: claimed.lastSeq });
    const chat = await ChatClient.open(house.url);
    expect((await chat.say(letterCodeOf(house, 'lars-bakkeli-horten'))).channelData?.skranke?.level).toBe('low');
    expect(JSON.stringify((await chat.read(0)).activities)).not.toContain('Fire avdrag');
  });
});
