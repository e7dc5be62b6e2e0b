/** What comes in is counted, screened and put where it belongs before anything goes out. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAutomatic } from '../../src/mail/automatic.js';
import { parseRaw } from '../../src/mail/parse-raw.js';
import { MailBench } from '../world/mail-bench.js';
import type { Fields } from '../world/mails.js';
import { eventually } from '../world/running-desk.js';

const minute = 60_000;
const question = 'Hva er kravet på?';
const cry = 'Jeg orker ikke mer og vil ikke leve lenger.';
const pass = 'Authentication-Results';
const aligned = 'mx.fjordvakt.example; dmarc=pass header.from=brevdue.example';

let bench: MailBench;

beforeEach(async () => {
  bench = await MailBench.open();
}, minute);

afterEach(async () => bench.close(), minute);

describe('nobody is flooded', () => {
  it(
    'by 200 mails in her name: one neutral answer in 24 hours, and none of the attacker’s words in it [E15]',
    async () => {
      for (let at = 0; at < 200; at += 1)
        await bench.receive({ Subject: `KANARI ${String(at)}` }, `KANARI nummer ${String(at)}: hva er kravet på?`);
      await bench.work();
      await eventually(
        'all of them',
        async () => ((await bench.count(`inbound_mail WHERE state = 'stored'`)) === 0 ? true : null),
        minute,
      );
      await bench.work();
      expect(bench.smtp.taken).toHaveLength(1);
      expect(bench.smtp.taken[0]?.raw).not.toContain('KANARI');
      expect(await bench.count(`desk_case`)).toBe(200);
    },
    3 * minute,
  );

  it('a day later she is answered again, and told of what she had not been told [E15]', async () => {
    await bench.receive({}, 'Send meg alt dere har om meg.');
    await bench.receive({}, 'Slett alt dere har om meg.');
    await bench.work();
    expect(bench.smtp.taken).toHaveLength(1);
    bench.clock.pass(24 * 60 + 1);
    await bench.receive({}, question);
    await bench.work();
    expect(bench.smtp.taken).toHaveLength(2);
    const receipts = await bench.ask<{ receipt: string }>('SELECT receipt FROM desk_case ORDER BY received_at, id');
    const said = (
      await Promise.all(bench.smtp.taken.map(async ({ raw }) => (await parseRaw(Buffer.from(raw, 'latin1'))).text))
    ).join('\n');
    for (const { receipt } of receipts) expect(said).toContain(receipt);
  });

  it('whose domain vouches for her has five a day [E15]', async () => {
    for (let at = 0; at < 8; at += 1) await bench.receive({ [pass]: aligned }, `${question} ${String(at)}`);
    await bench.work();
    expect(bench.smtp.taken).toHaveLength(5);
  });

  it('and a cry for help is answered apart from that, three times a day at most [E15]', async () => {
    await bench.receive({}, question);
    await bench.work();
    for (let at = 0; at < 6; at += 1) await bench.receive({}, `${cry} ${String(at)}`);
    await bench.work();
    expect((await bench.outgoing()).map(({ kind }) => kind).sort()).toEqual(['crisis', 'crisis', 'crisis', 'neutral']);
  });

  it('who asked for silence in one word, with her name below it [ND14]', async () => {
    await bench.receive({}, 'STOPP\r\n\r\nHilsen Ola');
    await bench.receive({ [pass]: aligned }, question);
    await bench.work();
    expect(bench.smtp.taken).toEqual([]);
    expect(await bench.count(`desk_case`)).toBe(1);
  });

  it('and silence asked for does not silence a cry for help below it, nor what else is asked [ND14]', async () => {
    await bench.receive({}, `STOPP\r\n\r\n${cry}`);
    await bench.receive({ From: 'kari@x.example' }, 'STOPP\r\n\r\nJeg vil klage på hvordan jeg er behandlet.');
    await bench.work();
    expect((await bench.outgoing()).map(({ kind }) => kind)).toEqual(['crisis']);
    expect(await bench.count(`desk_case WHERE intent = 'complaint'`)).toBe(1);
  });

  it('by two desks that write to each other: the second word is the last [E11]', async () => {
    await bench.receive();
    await bench.work();
    const answer = bench.smtp.taken[0]?.raw ?? '';
    expect(isAutomatic(await parseRaw(Buffer.from(answer, 'latin1')))).toBe(true);
    const other = answer
      .replace(/^From: .*$/m, 'From: annen@desk.example')
      .replace(/^To: .*$/m, 'To: post@fjordvakt.example')
      .replace(/^X-Skranke-Loop:.*(?:\r\n .*)*/m, 'X-Other: 1');
    await bench.receiveRaw(Buffer.from(other, 'latin1'));
    await bench.work();
    expect(bench.smtp.taken).toHaveLength(1);
    expect(await bench.count(`inbound_mail WHERE state = 'ignored' AND reason = 'automatic-reply'`)).toBe(1);
  });

  it('whatever a program writes: it is stored, and nobody is answered [E13, E14, E35]', async () => {
    await bench.receive({ Subject: 'Automatisk svar: Svar' }, 'Koden din er 1234 5678.');
    await bench.receive({ 'Return-Path': '<>', From: 'MAILER-DAEMON@x.no' });
    await bench.receive({ From: ['ola@brevdue.example', 'kari@x.example'] });
    await bench.work();
    expect(bench.smtp.whole).toEqual([]);
    expect(await bench.count(`inbound_mail WHERE state IN ('ignored', 'quarantined')`)).toBe(3);
    expect(await bench.count(`desk_case`)).toBe(1);
  });
});

describe('a thread', () => {
  const answerTo = async (raw: string): Promise<Fields> => {
    const mail = await parseRaw(Buffer.from(raw, 'latin1'));
    const field = (name: string): string => mail.fields.find((one) => one.name === name)?.value ?? '';
    return { To: field('reply-to'), 'In-Reply-To': field('message-id'), References: field('message-id') };
  };

  it('is joined by our token and the sender it began with, when her domain vouches for her [E29-E32]', async () => {
    await bench.receive({ [pass]: aligned });
    await bench.work();
    const reply = await answerTo(bench.smtp.taken[0]?.raw ?? '');
    await bench.receive({ ...reply, [pass]: aligned }, 'Og hvordan betaler jeg?');
    await bench.work();
    expect(await bench.count(`conversation WHERE channel = 'mail'`)).toBe(1);
  });

  it.each<[string, Fields]>([
    ['from another sender with the right token [E31]', { From: 'kari@brevdue.example', [pass]: aligned }],
    ['from the right sender that nobody vouches for [E01]', {}],
    [
      'from the right sender, vouched for by himself [E03]',
      { [pass]: ['mx.fjordvakt.example; dmarc=fail header.from=brevdue.example', aligned] },
    ],
    ['from the right sender by a copied id alone [E32]', { To: 'post@fjordvakt.example' }],
    [
      'with a guessed number [E29]',
      { To: 'post@fjordvakt.example', 'In-Reply-To': null, References: null, Subject: '[#1]', [pass]: aligned },
    ],
  ])('is not joined %s', async (_, fields) => {
    await bench.receive({ [pass]: aligned });
    await bench.work();
    const reply = await answerTo(bench.smtp.taken[0]?.raw ?? '');
    await bench.receive({ ...reply, ...fields }, 'Slett alt dere har om meg.');
    await bench.work();
    expect(await bench.count(`conversation WHERE channel = 'mail'`)).toBe(2);
    expect(
      await bench.count(`activity WHERE direction = 'inbound' GROUP BY conversation_id ORDER BY 1 DESC LIMIT 1`),
    ).toBe(1);
  });
});

describe('the table of mails', () => {
  it('holds a mail under seal: no word and no address of it is in the database', async () => {
    await bench.receive({ From: 'kanarifugl@brevdue.example' }, 'KANARIFUGL synger');
    await bench.work();
    const hex = Buffer.from('kanarifugl').toString('hex');
    for (const table of ['inbound_mail', 'conversation', 'activity', 'desk_case', 'outgoing_message'])
      expect(await bench.count(`${table} t WHERE t::text ILIKE '%kanarifugl%' OR t::text ILIKE '%${hex}%'`)).toBe(0);
  });
});
