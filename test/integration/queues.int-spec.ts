import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AbsenceService } from '../../src/modules/casework/absence.service.js';
import { casesAnswer, queuesAnswer, refusedAnswer } from '../../src/modules/console/answer.schema.js';
import { newId } from '../../src/modules/database/new-id.service.js';
import { ConsoleClient } from '../world/console-client.js';
import { fileByChat, fileByMail, partyOf } from '../world/filed-cases.js';
import { openHouse, type MainHouse } from '../world/main-house.js';
import type { OpenedCase } from '../world/opened-case.js';

const minute = 60_000;
const hour = 60 * minute;
const text = 'Hei, vi ser på det.';

let house: MainHouse;
let peder: ConsoleClient;
let liv: ConsoleClient;
let amund: ConsoleClient;

beforeAll(async () => {
  house = await openHouse();
  peder = await ConsoleClient.signIn(house.url, 'peder');
  liv = await ConsoleClient.signIn(house.url, 'liv');
  amund = await ConsoleClient.signIn(house.url, 'amund');
}, minute);

afterAll(async () => house.close());

const opened = (worker: ConsoleClient, id: string): Promise<OpenedCase> => worker.get<OpenedCase>(`cases/${id}`);

/** Bare cases of a queue, one minute apart in their deadlines. @returns their ids, most urgent first */
const bareCases = async (queue: string, many: number): Promise<readonly string[]> => {
  const now = Date.now();
  const ids = Array.from({ length: many }, () => newId(new Date(now)));
  for (const [at, id] of ids.entries())
    await house.source.query(
      `INSERT INTO desk_case (id, receipt, business_key, queue, intent, role, state, identity, language, deadline_at, received_at)
       VALUES ($1, $2, $2, $3, 'other', 'unknown', 'open', 'pending', 'nb', $4, $5)`,
      [id, randomUUID(), queue, new Date(now + hour + at * minute), new Date(now)],
    );
  return ids;
};

const sweep = (now: Date): Promise<void> => house.app.get(AbsenceService, { strict: false }).sweep(now);

describe('claim next', () => {
  it('gives twenty who ask at once twenty different cases, the most urgent first', async () => {
    const ids = await bareCases('suppliers', 20);
    const answers = await Promise.all(ids.map(() => peder.call('POST', 'queues/suppliers/claim-next', {})));
    const got = answers.map(({ body }) => (body as { caseId: string }).caseId);
    expect([...got].sort()).toEqual([...ids].sort());
    expect((await peder.call('POST', 'queues/suppliers/claim-next', {})).body).toEqual({ caseId: null });
    const [row] = await house.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM journal_entry WHERE action = 'claim' AND actor_id = 'peder' AND case_id = ANY($1)`,
      [ids],
    );
    expect(row?.n).toBe(20);
  });

  it('takes them by deadline', async () => {
    const ids = await bareCases('legal-steps', 3);
    const got: unknown[] = [];
    for (const _ of ids) got.push((await peder.call('POST', 'queues/legal-steps/claim-next', {})).body);
    expect(got).toEqual(ids.map((caseId) => ({ caseId })));
  });
});

describe('the queues', () => {
  it('are those her roles clear, overdue first; the others do not exist for her [I01]', async () => {
    const { queues } = queuesAnswer.parse(await liv.get('queues'));
    expect(queues.map(({ id }) => id)).toContain('payments');
    expect(queues.map(({ id }) => id)).not.toContain('crisis');
    expect((await liv.call('GET', 'cases?queue=crisis')).status).toBe(404);
    expect((await liv.call('GET', 'cases?queue=nonsense')).status).toBe(404);
    expect((await liv.call('POST', 'queues/crisis/claim-next', {})).status).toBe(404);
  });

  it('come in pages that leave nothing out and show nothing twice', async () => {
    const ids = await bareCases('mandates', 120);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = casesAnswer.parse(await peder.get(`cases?queue=mandates&cursor=${cursor}`));
      seen.push(...page.cases.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids);
    expect((await peder.call('GET', 'cases?queue=mandates&cursor=AAAA')).status).toBe(400);
  });

  it('name nobody and hold none of her words', async () => {
    await fileByChat(house, 'Jeg heter Marit Hemmelig og vil dele opp betalingen', 'marit-tangerud-elverum');
    const listed = JSON.stringify(await liv.get('cases?queue=payments'));
    expect(listed).not.toContain('Marit');
    expect(listed).not.toContain('Hemmelig');
  });
});

describe('an alarm', () => {
  it('is to be taken within fifteen minutes, and is overdue until somebody does [S12]', async () => {
    const { id, queue } = await fileByChat(house, 'jeg orker ikke mer, jeg vil ta livet mitt');
    expect(queue).toBe('crisis');
    const alarm = await opened(amund, id);
    expect(new Date(alarm.deadlineAt).getTime() - new Date(alarm.receivedAt).getTime()).toBe(15 * minute);
    await house.source.query(`UPDATE desk_case SET deadline_at = received_at WHERE id = $1`, [id]);
    const late = queuesAnswer.parse(await amund.get('queues')).queues;
    expect([late[0]?.id, late[0]?.overdue]).toEqual(['crisis', 1]);
    await amund.act(id, { do: 'claim', version: alarm.version });
    expect((await opened(amund, id)).overdue).toBe(false);
    expect((await liv.call('GET', `cases/${id}`)).status).toBe(404);
  });

  it('holds the machine to the help lines until a person gives the conversation back', async () => {
    const { id, chat } = await fileByChat(house, 'jeg vil ta livet mitt');
    expect((await chat.say('hva er kravet på?')).text).toContain('116 123');
    await amund.act(id, { do: 'claim', version: (await opened(amund, id)).version });
    await amund.act(id, { do: 'resume-desk', version: (await opened(amund, id)).version });
    expect((await chat.say('hvordan behandler dere personopplysninger?')).text).not.toContain('116 123');
  });
});

describe('a case that is read', () => {
  it('leaves a line in the journal each time: who, what, which case, whose and why [I06]', async () => {
    const { id } = await fileByChat(house, 'Jeg trenger mer tid til å betale', 'marit-tangerud-elverum');
    const party = await partyOf(house, 'marit-tangerud-elverum');
    for (let times = 1; times <= 3; times += 1) {
      await opened(liv, id);
      const rows = await house.source.query<{ actor_id: string; purpose: string; party: string }[]>(
        `SELECT actor_id, purpose, party_id AS party FROM journal_entry WHERE case_id = $1 AND action = 'read'`,
        [id],
      );
      expect(rows).toHaveLength(times);
      expect(rows.at(-1)).toEqual({ actor_id: 'liv', purpose: 'handle-case', party });
    }
    expect((await opened(liv, id)).history[0]).toMatchObject({ action: 'read', actor: { name: 'Liv Bratterud Moe' } });
  });

  it('shows no identity number, and nobody while identity is pending [R14]', async () => {
    const { id } = await fileByMail(house, 'Hei, jeg heter Kari Fjellanger, 11867930231. Rett adressen min.');
    const shown = await opened(amund, id);
    expect(shown.words).toContain(
      'Kari Fjellanger, \u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022.',
    );
    expect(JSON.stringify(shown)).not.toContain('11867930231');
    expect(shown.person).toBeNull();
  });

  it('that is not there is not found, whatever its id looks like', async () => {
    for (const id of [randomUUID(), 'x', '../cases', '%00'])
      expect((await amund.call('GET', `cases/${encodeURIComponent(id)}`)).status).toBe(404);
  });
});

describe('a case that waits', () => {
  const waiting = async (): Promise<{
    readonly id: string;
    readonly chat: Awaited<ReturnType<typeof fileByChat>>['chat'];
  }> => {
    const { id, chat } = await fileByChat(house, 'Jeg vil snakke med et menneske');
    await amund.act(id, { do: 'claim', version: (await opened(amund, id)).version });
    const until = new Date(Date.now() + hour).toISOString();
    const { status } = await amund.act(id, {
      do: 'wait',
      version: (await opened(amund, id)).version,
      until,
      reason: 'venter på banken',
    });
    expect(status).toBe(200);
    expect(await opened(amund, id)).toMatchObject({ stage: 'waiting', waitReason: 'venter på banken' });
    return { id, chat };
  };

  it('wakes when its time has come, and not before', async () => {
    const { id } = await waiting();
    await sweep(new Date(Date.now() + hour - minute));
    expect((await opened(amund, id)).stage).toBe('waiting');
    await sweep(new Date(Date.now() + hour));
    expect(await opened(amund, id)).toMatchObject({ stage: 'claimed', waitReason: null, assignee: { id: 'amund' } });
  });

  it('wakes when the person has written again', async () => {
    const { id, chat } = await waiting();
    await chat.say('Hei igjen');
    await sweep(new Date());
    expect((await opened(amund, id)).stage).toBe('claimed');
  });

  it('for a second pair of eyes goes back after three working days [I04]', async () => {
    const { id } = await fileByChat(house, 'Slett alt dere har om meg', 'marit-tangerud-elverum');
    const ranveig = await ConsoleClient.signIn(house.url, 'ranveig');
    await ranveig.act(id, { do: 'claim', version: (await opened(ranveig, id)).version });
    const proposal = { do: 'settle', ground: 'refused-legal-claims', text };
    await ranveig.act(id, { ...proposal, version: (await opened(ranveig, id)).version });
    expect((await opened(ranveig, id)).stage).toBe('proposed');
    await sweep(new Date(Date.now() + 12 * 24 * hour));
    expect(await opened(ranveig, id)).toMatchObject({ stage: 'claimed', proposal: null });
  });
});

describe('a caseworker who goes', () => {
  it('gives back what she holds at once, and takes nothing on while she is away', async () => {
    const [id = ''] = await bareCases('estates', 1);
    const idun = await ConsoleClient.signIn(house.url, 'idun');
    await idun.act(id, { do: 'claim', version: 1 });
    expect((await idun.call('PUT', 'absence', { absent: true })).status).toBe(200);
    expect(await opened(peder, id)).toMatchObject({ stage: 'open', assignee: null });
    const next = await idun.call('POST', 'queues/estates/claim-next', {});
    expect([next.status, refusedAnswer.parse(next.body).error.refusal]).toEqual([409, 'absent']);
    const given = await peder.act(id, { do: 'reassign', to: 'idun', version: (await opened(peder, id)).version });
    expect(refusedAnswer.parse(given.body).error.refusal).toBe('no-such-colleague');
    await idun.call('PUT', 'absence', { absent: false });
    expect((await idun.call('POST', 'queues/estates/claim-next', {})).body).toEqual({ caseId: id });
  });

  it('for good is out at once, and her cases go back by themselves [I11]', async () => {
    await house.source.query(`INSERT INTO caseworker (id, name, roles) VALUES ('gone', 'Gro Borte', '{lead}')`);
    const gone = await ConsoleClient.signIn(house.url, 'gone');
    const [id = ''] = await bareCases('applicants', 1);
    await gone.act(id, { do: 'claim', version: 1 });
    await house.source.query(`UPDATE caseworker SET disabled_at = now() WHERE id = 'gone'`);
    expect((await gone.call('GET', 'queues')).status).toBe(401);
    expect((await gone.act(id, { do: 'release', version: 2 })).status).toBe(401);
    await sweep(new Date());
    expect(await opened(peder, id)).toMatchObject({ stage: 'open', assignee: null });
    await expect(ConsoleClient.signIn(house.url, 'gone')).rejects.toThrow();
  });

  it('loses what a role let her see as soon as the role is gone [I05]', async () => {
    await house.source.query(`INSERT INTO caseworker (id, name, roles) VALUES ('moved', 'Mona Flyttet', '{lead}')`);
    const moved = await ConsoleClient.signIn(house.url, 'moved');
    expect((await moved.call('GET', 'cases?queue=estates')).status).toBe(200);
    await house.source.query(`UPDATE caseworker SET roles = '{payments}' WHERE id = 'moved'`);
    expect((await moved.call('GET', 'cases?queue=estates')).status).toBe(404);
  });
});

describe('the mail behind a case', () => {
  it('is shown in words, and fetched as it came with a line in the journal', async () => {
    const { id, mailId } = await fileByMail(house, 'Hei, dere har feil adresse på meg. Rett den.', 'post@example.no');
    const { mail, subject } = await opened(amund, id);
    expect(subject).toBe('Om saken');
    expect(mail).toEqual({
      id: mailId,
      from: 'post@example.no',
      attachments: [],
      screen: { verdict: 'proceed', reason: null },
    });
    const raw = await amund.call('GET', `mails/${mailId}/raw`);
    expect(raw.body).toContain('Subject: Om saken');
    expect(raw.headers.get('content-type')).toBe('message/rfc822');
    expect(raw.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(raw.headers.get('x-content-type-options')).toBe('nosniff');
    expect(raw.headers.get('content-security-policy')).toContain('sandbox');
    expect((await opened(amund, id)).history.map(({ action }) => action)).toContain('read-mail');
  });

  it('is not there for who clears none of its cases [I01]', async () => {
    const { mailId } = await fileByMail(house, 'jeg vil ta livet mitt, jeg orker ikke mer');
    expect((await liv.call('GET', `mails/${mailId}/raw`)).status).toBe(404);
    expect((await liv.call('POST', `mails/${mailId}/reprocess`, {})).status).toBe(404);
    expect((await amund.call('GET', `mails/${mailId}/raw`)).status).toBe(200);
  });

  it('that could not be read is given to the intake once more, and one that was read is not', async () => {
    const { id, mailId } = await fileByMail(house, 'Hei, dere har feil adresse på meg. Rett den.');
    expect((await amund.call('POST', `mails/${mailId}/reprocess`, {})).body).toEqual({ again: false });
    await house.source.query(`UPDATE inbound_mail SET state = 'unreadable', attempts = 3 WHERE id = $1`, [mailId]);
    expect((await amund.call('POST', `mails/${mailId}/reprocess`, {})).body).toEqual({ again: true });
    const [row] = await house.source.query<{ state: string; attempts: number }[]>(
      'SELECT state, attempts FROM inbound_mail WHERE id = $1',
      [mailId],
    );
    expect(row).toEqual({ state: 'stored', attempts: 0 });
    expect((await opened(amund, id)).history.map(({ action }) => action)).toContain('reprocess-mail');
  });
});
