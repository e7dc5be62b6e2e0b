/** Mail out, to a server that does what it likes: every answer once, or a person knows. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MailBench } from '../world/mail-bench.js';
import type { Fields } from '../world/mails.js';
import type { Behaviour } from '../world/scripted-smtp.js';

const minute = 60_000;
const cry = 'Jeg orker ikke mer og vil ikke leve lenger.';

let bench: MailBench;

beforeEach(async () => {
  bench = await MailBench.open();
}, minute);

afterEach(async () => bench.close(), minute);

describe('an answer', () => {
  it('goes to the one who wrote and to nobody else, over the wire [E08, E33, E34, ND3]', async () => {
    await bench.receive({ Cc: 'Kari <kari@x.example>, tips@avis.example', 'Reply-To': 'kari@x.example', Sender: null });
    await bench.work();
    expect(bench.smtp.taken).toHaveLength(1);
    expect(bench.smtp.taken[0]).toMatchObject({ from: '', to: ['ola@brevdue.example'] });
    expect(bench.smtp.taken[0]?.raw).not.toMatch(/kari@x|avis\.example|Hva er kravet/i);
  });

  it.each<[string, Behaviour, string, string | null]>([
    ['the server is gone before its greeting', { do: 'drop', at: 'greeting' }, 'queued', 'connect'],
    ['the server has no time [421]', { do: 'reply', at: 'greeting', code: 421 }, 'queued', 'connect'],
    ['the line goes dead at the sender', { do: 'drop', at: 'sender' }, 'queued', 'envelope'],
    ['the line goes dead at the recipient', { do: 'drop', at: 'recipient' }, 'queued', 'envelope'],
    ['the recipient is greylisted', { do: 'reply', at: 'recipient', code: 450 }, 'queued', 'envelope'],
    ['the line goes dead at DATA', { do: 'drop', at: 'data' }, 'queued', 'data'],
    ['the message is put off', { do: 'reply', at: 'whole', code: 451 }, 'queued', 'data'],
    ['the line goes dead behind the message', { do: 'drop', at: 'whole' }, 'uncertain', 'message-sent'],
    ['the recipient is refused', { do: 'reply', at: 'recipient', code: 550 }, 'failed', 'smtp-550'],
    ['the message is refused', { do: 'reply', at: 'whole', code: 554 }, 'failed', 'smtp-554'],
  ])('when %s [F09]', async (_, behaviour, state, phase) => {
    bench.smtp.next.push(behaviour, behaviour);
    await bench.receive();
    await bench.work();
    expect(await bench.outgoing()).toMatchObject([{ state, phase, attempts: 1 }]);
    expect(bench.smtp.taken).toEqual([]);
  });

  it('of which nobody knows whether it arrived is never sent again by itself, in five days [F09]', async () => {
    bench.smtp.next.push({ do: 'drop', at: 'whole' });
    await bench.receive();
    await bench.work();
    for (let hours = 0; hours < 5 * 24; hours += 6) {
      bench.clock.pass(6 * 60);
      await bench.work();
    }
    expect(bench.smtp.whole).toHaveLength(1);
    expect(await bench.outgoing()).toMatchObject([{ state: 'uncertain' }]);
  });

  it('that is put off is tried again after five minutes, then twice as long each time up to 4 000 s, under the same id [F09]', async () => {
    const greylisted: Behaviour = { do: 'reply', at: 'recipient', code: 450 };
    bench.smtp.next.push(...Array<Behaviour>(6).fill(greylisted));
    await bench.receive();
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      await bench.work();
      const [row] = await bench.outgoing();
      waits.push(Math.round(((row?.not_before.getTime() ?? 0) - bench.clock.now().getTime()) / 1000));
      bench.clock.moveTo(row?.not_before ?? bench.clock.now());
    }
    expect(waits).toEqual([300, 600, 1200, 2400, 4000, 4000]);
    await bench.work();
    expect(bench.smtp.taken).toHaveLength(1);
    const [sent] = await bench.outgoing();
    expect(bench.smtp.taken[0]?.raw.replaceAll('\r\n ', ' ')).toContain(`Message-ID: ${sent?.message_id ?? '?'}`);
  });

  it('is given up after five days [F09]', async () => {
    bench.smtp.next.push(...Array<Behaviour>(200).fill({ do: 'reply', at: 'sender', code: 451 }));
    await bench.receive();
    await bench.work();
    bench.clock.pass(5 * 24 * 60 + 1);
    await bench.work();
    expect(await bench.outgoing()).toMatchObject([{ state: 'expired' }]);
    expect(bench.smtp.taken).toEqual([]);
  });

  it('goes over a kept line that the server closed meanwhile', async () => {
    await bench.receive();
    await bench.work();
    await bench.smtp.dropAll();
    await bench.receive({ From: 'kari@x.example' });
    await bench.work();
    expect(bench.smtp.taken.map(({ to }) => to[0])).toEqual(['ola@brevdue.example', 'kari@x.example']);
  });
});

describe('somebody has to know', () => {
  it('when an answer to a cry for help did not arrive, once [F09]', async () => {
    bench.smtp.next.push({ do: 'reply', at: 'recipient', code: 550 });
    await bench.receive({}, cry);
    await bench.work();
    await bench.work();
    expect(await bench.outgoing()).toMatchObject([{ kind: 'crisis', state: 'failed' }]);
    expect(await bench.count(`desk_case WHERE queue = 'deliveries'`)).toBe(1);
    expect(await bench.count(`journal_entry WHERE action = 'not-delivered'`)).toBe(1);
  });

  it('also when the worker died before it could say so', async () => {
    await bench.receive({}, cry);
    await bench.work();
    await bench.ask(`UPDATE outgoing_message SET state = 'uncertain'`);
    await bench.restart();
    expect(await bench.count(`desk_case WHERE queue = 'deliveries'`)).toBe(1);
  });

  it('when a report says so that carries our own return path, and never by a forged one [E36, E37, ND16]', async () => {
    await bench.receive({}, cry);
    await bench.work();
    const back = bench.smtp.taken[0]?.from ?? '';
    expect(back).toMatch(/^rp\+/);
    const report = (to: string, action: string): [Fields, string] => [
      {
        'Return-Path': '<>',
        From: 'MAILER-DAEMON@brevdue.example',
        To: to,
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x',
      },
      `--x\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; ola@brevdue.example\r\nAction: ${action}\r\nStatus: 5.1.1\r\n--x--\r\n`,
    ];
    const forged = back.replace(/\.[a-z2-7]{26}@/, '.aaaaaaaaaaaaaaaaaaaaaaaaaa@');
    await bench.receive(...report(forged, 'failed'));
    await bench.receive(...report(back, 'delayed'));
    await bench.work();
    expect(await bench.outgoing()).toMatchObject([{ state: 'sent' }]);
    await bench.receive(...report(back, 'failed'));
    await bench.work();
    expect(await bench.outgoing()).toMatchObject([{ state: 'failed', phase: 'bounced' }]);
    expect(await bench.count(`desk_case WHERE queue = 'deliveries'`)).toBe(1);
    expect(await bench.count(`desk_case`)).toBe(2);
    expect(await bench.count(`outgoing_message`)).toBe(1);
  });
});
