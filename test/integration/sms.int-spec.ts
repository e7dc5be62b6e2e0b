/** Text messages on the wire: a provider on loopback, good and bad, and what its delivery reports may do. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { ClockService } from '../../src/modules/database/clock.service.js';
import { SignalsService } from '../../src/modules/database/signals.service.js';
import type { Outgoing, Sent } from '../../src/modules/outbox/outgoing.js';
import { UnknownRecipientService } from '../../src/modules/outbox/unknown-recipient.service.js';
import { seal } from '../../src/modules/disclosure/sealed.js';
import { reportMac } from '../../src/sms/read-report.js';
import { ReportsJob } from '../../src/sms/reports.job.js';
import { loadSmsProvider } from '../../src/sms/sms-provider.service.js';
import { SmsReportsRepository } from '../../src/sms/sms-reports.repository.js';
import { SmsTransport } from '../../src/sms/sms.transport.js';
import { freshDatabase, type FreshDatabase } from '../world/database.js';
import { innerDesk, type InnerDesk } from '../world/inner-desk.js';
import { openHouse, type MainHouse } from '../world/main-house.js';
import { plant } from '../world/planted.js';
import { SmsReceiver } from '../world/sms-receiver.js';
import { Talk } from '../world/talk.js';

const minute = 60_000;
const shipped = loadSmsProvider('config');
const provider = { ...shipped, request: { ...shipped.request, timeoutSeconds: 1 } };

let database: FreshDatabase;
let desk: InnerDesk;
let receiver: SmsReceiver;
let codeMessage: Outgoing;

const transportTo = (url: string): SmsTransport =>
  new SmsTransport(
    desk.get(ClockService),
    { ...desk.settings, SMS_URL: url, SMS_TOKEN: 't0ken', SMS_SENDER: 'Skranke' },
    provider,
  );
const sendWith = async (manner: SmsReceiver['manner']): Promise<Sent> => {
  receiver.manner = manner;
  return transportTo(receiver.url).send(codeMessage);
};
beforeAll(async () => {
  database = await freshDatabase();
  desk = await innerDesk(database);
  receiver = await SmsReceiver.open();
  await plant(desk, { key: 'first', phone: '+4799991001' });
  await (await Talk.open(desk)).say('+4799991001');
  await desk.work();
  const [sent] = desk.sent();
  if (sent === undefined) throw new Error('no code was sent');
  codeMessage = sent;
}, minute);

afterEach(() => {
  receiver.received.length = 0;
});

afterAll(async () => {
  await receiver.close();
  await desk.close();
  await database.drop();
});

describe('a text message on the wire', () => {
  it('is one request that holds the number, the words, the sender and a random reference [ND2, ND3]', async () => {
    expect(await sendWith({ status: 202 })).toEqual({ outcome: 'sent', at: desk.clock.now() });
    expect(receiver.received).toHaveLength(1);
    const [{ method, path, headers, body } = { method: '', path: '', headers: {}, body: '{}' }] = receiver.received;
    expect([method, path, headers.authorization]).toEqual(['POST', '/send', 'Bearer t0ken']);
    const given = JSON.parse(body) as Record<string, string>;
    expect(given).toEqual({
      to: '+4799991001',
      from: 'Skranke',
      text: codeMessage.reply.text,
      reference: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(body).not.toContain(codeMessage.id);
    expect(`${JSON.stringify(headers)}${body}`).not.toMatch(/inkasso|fjordvakt|krav|skranke\.|@/i);
  });

  it.each([
    ['an error of the provider', { status: 500 }, 'uncertain'],
    ['a gateway that lost its answer', { status: 504 }, 'uncertain'],
    ['a provider that is too busy', { status: 429 }, 'again'],
    ['a provider that is shut for now', { status: 503 }, 'again'],
    ['a request it does not like', { status: 400 }, 'failed'],
    ['a token it does not know', { status: 401 }, 'failed'],
    ['a connection cut after the body', 'drops', 'uncertain'],
    ['an answer that is no HTTP', 'lies', 'uncertain'],
  ] as const)('ends, with %s, as its phase says', async (_what, manner, outcome) => {
    expect((await sendWith(manner)).outcome).toBe(outcome);
    expect(receiver.received).toHaveLength(1);
  });

  it('waits no longer than it may for an answer, then is uncertain, and leaves no connection behind', async () => {
    const began = performance.now();
    expect(await sendWith('hangs')).toEqual({ outcome: 'uncertain', detail: 'no-answer' });
    expect(performance.now() - began).toBeLessThan(3_000);
    for (let at = 0; at < 100 && receiver.open > 0; at += 1) await new Promise((wake) => setTimeout(wake, 10));
    expect(receiver.open).toBe(0);
  });

  it('follows no redirect, to whatever host', async () => {
    const other = await SmsReceiver.open();
    expect(await sendWith({ location: other.url })).toEqual({ outcome: 'failed', detail: 'http-307' });
    expect(await sendWith({ location: receiver.url })).toEqual({ outcome: 'failed', detail: 'http-307' });
    expect(other.received).toEqual([]);
    await other.close();
  });

  it('is sent again when nobody listens, when the name is no name, and when the far side speaks no TLS', async () => {
    const closed = await SmsReceiver.open();
    await closed.close();
    for (const url of [closed.url, 'http://no-such-host.invalid/', receiver.url.replace('http:', 'https:')])
      expect([url, (await transportTo(url).send(codeMessage)).outcome]).toEqual([url, 'again']);
    expect(receiver.received).toEqual([]);
  });

  it('is sent again when a connection is taken and never becomes TLS', async () => {
    const deaf = createServer(() => undefined);
    await new Promise<void>((settle) => deaf.listen(0, '127.0.0.1', settle));
    const address = deaf.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const url = `https://127.0.0.1:${String(port)}/`;
    expect((await transportTo(url).send(codeMessage)).outcome).toBe('again');
    deaf.close();
  });

  it('is none, and nothing leaves, when it goes to a landline or to no number, or does not fit one text', async () => {
    const transport = transportTo(receiver.url);
    const letters = { ...codeMessage, recipient: seal('kari@brevdue.example') };
    const landline = { ...codeMessage, recipient: seal('+4722334455') };
    for (const message of [letters, landline])
      expect(await transport.send(message)).toEqual({ outcome: 'failed', detail: 'not-an-sms' });
    expect(receiver.received).toEqual([]);
  });
});

describe('a number that does not exist', () => {
  const uuidOf = async (partyId: string): Promise<string> => {
    const [row] = await desk.source.query<{ id: string }[]>(
      `SELECT message_id AS id FROM outgoing_message WHERE recipient_index IN (SELECT value_index FROM contact_point WHERE party_id = $1 AND kind = 'phone')`,
      [partyId],
    );
    return /skr\.([0-9a-f-]{36})\./.exec(row?.id ?? '')?.[1] ?? '';
  };

  it('is marked for everybody who has it, on record, and gets no code again [ND16]', async () => {
    const phone = '+4799991002';
    const [one, two, other] = [
      await plant(desk, { key: 'gone', phone }),
      await plant(desk, { key: 'gone-too', phone, phoneState: 'protected' }),
      await plant(desk, { key: 'stays', phone: '+4799991003' }),
    ];
    const talk = await Talk.open(desk);
    expect(await talk.codeFor(phone)).not.toBeNull();
    const reports = new SmsReportsRepository(desk.source);
    const job = new ReportsJob(reports, desk.get(UnknownRecipientService), desk.get(SignalsService));
    const uuid = await uuidOf(one.partyId);
    await reports.keep(Buffer.alloc(32, 1), uuid, new Date());
    await reports.keep(Buffer.alloc(32, 2), randomUUID(), new Date());
    await job.read();
    const points = await desk.source.query<{ id: string; state: string }[]>(
      `SELECT party_id AS id, state FROM contact_point WHERE kind = 'phone' AND party_id = ANY($1)`,
      [[one.partyId, two.partyId, other.partyId]],
    );
    expect(Object.fromEntries(points.map(({ id, state }) => [id, state]))).toEqual({
      [one.partyId]: 'bounced',
      [two.partyId]: 'protected',
      [other.partyId]: 'confirmed',
    });
    const record = await desk.source.query<unknown[]>(
      `SELECT party_id AS party FROM journal_entry WHERE action = 'contact-point-bounced'`,
    );
    expect(record).toEqual([{ party: one.partyId }]);
    expect(await (await Talk.open(desk)).codeFor(phone)).toBeNull();
    expect(await (await Talk.open(desk)).codeFor('+4799991003')).not.toBeNull();
  });

  it('is not made of a message that never left', async () => {
    const waiting = await plant(desk, { key: 'waiting', phone: '+4799991004' });
    const talk = await Talk.open(desk);
    await talk.codeFor('+4799991004');
    await desk.source.query(
      `UPDATE outgoing_message SET state = 'queued' WHERE recipient_index IN (SELECT value_index FROM contact_point WHERE party_id = $1)`,
      [waiting.partyId],
    );
    await desk.get(UnknownRecipientService).unknown(await uuidOf(waiting.partyId));
    const [point] = await desk.source.query<{ state: string }[]>(
      `SELECT state FROM contact_point WHERE kind = 'phone' AND party_id = $1`,
      [waiting.partyId],
    );
    expect(point?.state).toBe('confirmed');
  });
});

describe('the door of delivery reports', () => {
  const key = Buffer.alloc(32, 'r');
  const settings = {
    SMS_URL: 'https://sms.example/send',
    SMS_TOKEN: 't0ken',
    SMS_SENDER: 'Skranke',
  };
  let house: MainHouse;
  let keyless: MainHouse;

  beforeAll(async () => {
    house = await openHouse('demo', { ...settings, SMS_REPORT_KEY: key.toString('base64') });
    keyless = await openHouse('demo', settings);
  }, minute);

  afterAll(async () => {
    await house.close();
    await keyless.close();
  });

  const uuid = randomUUID();
  const body = JSON.stringify({ reference: uuid, status: 'unknown-number' });
  const secondsAgo = (seconds: number): string => String(Math.floor(Date.now() / 1000) - seconds);
  const report = async (more: {
    readonly at?: string;
    readonly body?: string;
    readonly signature?: string;
    readonly type?: string;
    readonly to?: MainHouse;
    readonly path?: string;
  }): Promise<{ status: number; text: string; headers: string }> => {
    const timestamp = more.at ?? secondsAgo(0);
    const sent = more.body ?? body;
    const signature = more.signature ?? reportMac({ timestamp, body: Buffer.from(sent) }, key).toString('hex');
    const response = await fetch(`${(more.to ?? house).url}${more.path ?? '/sms/reports'}`, {
      method: 'POST',
      headers: {
        'Content-Type': more.type ?? 'application/json',
        'X-Timestamp': timestamp,
        ...(signature === 'none' ? {} : { 'X-Signature': signature }),
      },
      body: sent,
    });
    const text = (await response.text()).replace(/"reference":"[^"]*"/, '');
    const headers = JSON.stringify([...response.headers].filter(([name]) => name !== 'date'));
    return { status: response.status, text, headers };
  };
  const kept = async (): Promise<number> => {
    const [row] = await house.source.query<{ n: number }[]>('SELECT count(*)::int AS n FROM sms_report');
    return row?.n ?? 0;
  };

  it('takes a signed report once, whatever its body calls itself, and keeps one row', async () => {
    const at = secondsAgo(1);
    expect((await report({ at, type: 'application/x-www-form-urlencoded' })).status).toBe(204);
    expect(await house.source.query('SELECT message_uuid AS id, read_at AS read FROM sms_report')).toEqual([
      { id: uuid, read: null },
    ]);
    expect((await report({ at })).status).toBe(404);
    expect(await kept()).toBe(1);
  });

  it('answers everything else alike, and like a door that is not there [C27]', async () => {
    const before = await kept();
    const answers = [
      await report({ signature: 'none' }),
      await report({ signature: '0'.repeat(64) }),
      await report({ signature: 'x' }),
      await report({ at: secondsAgo(400) }),
      await report({ at: secondsAgo(-400) }),
      await report({ at: 'now' }),
      await report({ body: 'not a report', signature: '1'.repeat(64) }),
      await report({ body: '', signature: '1'.repeat(64) }),
      await report({ at: secondsAgo(2), to: keyless }),
      await report({ at: secondsAgo(2), path: '/sms/nothing' }),
    ];
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(await kept()).toBe(before);
  });

  it('keeps nothing to do of a report that says anything else', async () => {
    expect((await report({ body: JSON.stringify({ reference: uuid, status: 'delivered' }) })).status).toBe(204);
    expect(await new SmsReportsRepository(house.source).take(new Date())).toEqual([uuid]);
  });
});
