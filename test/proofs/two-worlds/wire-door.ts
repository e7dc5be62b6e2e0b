/** Holds a conversation with the product itself, over HTTP and through its mailbox, and writes down every byte of it. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { eventually, sentTo, type RunningDesk, type SentMail } from '../../world/running-desk.js';
import type { Member } from './cast.js';
import { strangerOf, type Script, type Step } from './script.js';
import type { Headers, Seen } from './seen.js';

/** A running desk, its database seen from behind, and how many mails it has taken in so far. */
export type WiredDesk = { readonly desk: RunningDesk; readonly owner: Client; readonly inbound: { count: number } };

const receipt = /(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{6}/;

export const holdOverTheWire = async (wired: WiredDesk, script: Script, member: Member): Promise<readonly Seen[]> => {
  const observer = new Observer(wired, script, member);
  await observer.open();
  for (const step of script.steps) await observer.take(step);
  await observer.probe();
  return observer.seen;
};

type Answered = { readonly status: number; readonly text: string };

class Observer {
  readonly seen: Seen[] = [];
  private token = '';
  private id = '';
  private shown = 0;
  private lastReceipt = '';
  private replyTo: string | null = null;
  private readonly codes = new Set<string>();
  private readonly mails = new Map<string, number>();

  constructor(
    private readonly wired: WiredDesk,
    private readonly script: Script,
    private readonly member: Member,
  ) {}

  async open(): Promise<void> {
    for (const address of [this.member.email, strangerOf(this.script.seed)])
      this.mails.set(address, (await sentTo(this.wired.desk, address)).length);
    const { text } = await this.call('POST', '/tokens/generate');
    const opened = JSON.parse(text) as { readonly token: string; readonly conversationId: string };
    this.token = opened.token;
    this.id = opened.conversationId;
    await this.call('POST', '/conversations');
    await this.look();
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'say': {
        const clientId = randomUUID();
        await this.say(step.text, clientId);
        if (step.twice) await this.say(step.text, clientId);
        return;
      }
      case 'event':
        await this.post({
          type: 'event',
          name: step.name,
          value: step.value ?? this.ownThread(),
        });
        return this.look();
      case 'last-receipt':
        return this.say(this.lastReceipt, randomUUID());
      case 'wait':
        return;
      case 'read-all':
        this.shown = 0;
        return this.look();
      case 'prove-mailbox':
        return this.prove();
      case 'mail':
        return this.mail(step);
    }
  }

  /** Doors that somebody curious tries. */
  async probe(): Promise<void> {
    await this.call('POST', `/conversations/${this.id}/activities`, '{"type":');
    await this.call('GET', `/conversations/${'A'.repeat(43)}/activities`);
    await this.call('GET', `/conversations/${this.id}/activities?watermark=-1`);
    await this.call('GET', `/people/${encodeURIComponent(this.member.email)}`);
    await this.page(`/t/${this.ownThread()}`);
  }

  private async say(text: string, clientId: string): Promise<void> {
    await this.post({ type: 'message', text, from: { id: 'somebody' }, channelData: { clientActivityID: clientId } });
    await this.look();
    if (text.includes('@')) await this.settled();
  }

  private async look(): Promise<void> {
    const { text } = await this.refreshing(
      'GET',
      `/conversations/${this.id}/activities?watermark=${String(this.shown)}`,
    );
    const { watermark } = JSON.parse(text) as { readonly watermark?: string };
    this.shown = Number(watermark ?? this.shown);
    this.lastReceipt = receipt.exec(text)?.[0] ?? this.lastReceipt;
  }

  private async post(activity: object): Promise<void> {
    await this.refreshing(
      'POST',
      `/conversations/${this.id}/activities`,
      JSON.stringify({ ...activity, locale: this.locale() }),
    );
  }

  private async prove(): Promise<void> {
    const { desk } = this.wired;
    const { email } = this.member;
    const before = (await sentTo(desk, email)).length;
    await this.say(email, randomUUID());
    const mail = await eventually('a code', async () => (await sentTo(desk, email))[before]);
    const code = /\d{4}\s?\d{4}/.exec(mail.text)?.[0] ?? '';
    this.codes.add(code);
    await this.collect(email);
    await this.say(code, randomUUID());
  }

  private async mail(step: Extract<Step, { do: 'mail' }>): Promise<void> {
    const { desk } = this.wired;
    const raw = [
      `From: <${step.from}>`,
      `To: <${step.joins ? (this.replyTo ?? 'post@fjordvakt.example') : 'post@fjordvakt.example'}>`,
      `Subject: ${step.subject}`,
      `Message-ID: <${randomUUID()}@elsewhere.example>`,
      'Date: Tue, 24 Nov 2026 10:00:00 +0100',
      ...(step.answerable ? [] : ['Auto-Submitted: auto-replied']),
      'Content-Type: text/plain; charset=utf-8',
      '',
      step.text,
    ].join('\r\n');
    const { status } = await fetch(`${desk.url}/dev/mailbox?dmarc=${step.aligned ? 'pass' : 'none'}`, {
      method: 'POST',
      headers: { 'Content-Type': 'message/rfc822' },
      body: raw,
    });
    if (status !== 202) throw new Error(`the mailbox answered ${String(status)}`);
    await this.arrived();
    await this.collect(step.from);
  }

  /** A mail put into the mailbox was taken in, and what it brought about was sent. */
  private async arrived(): Promise<void> {
    const { owner, inbound } = this.wired;
    const arrivals = 'SELECT count(*)::int AS n FROM inbound_mail';
    await eventually(
      'a mail in the inbox',
      async () => (((await owner.query<{ n: number }>(arrivals)).rows[0]?.n ?? 0) > inbound.count ? true : null),
      30_000,
    );
    inbound.count += 1;
    await this.settled();
  }

  private async settled(): Promise<void> {
    await eventually(
      'the worker',
      async () => {
        const { rows } = await this.wired.owner.query<{ n: number }>(
          `SELECT (SELECT count(*) FROM inbound_mail WHERE state = 'stored')::int + (SELECT count(*) FROM challenge WHERE state = 'requested')::int
              + (SELECT count(*) FROM outgoing_message WHERE state = 'queued')::int AS n`,
        );
        return rows[0]?.n === 0 ? true : null;
      },
      30_000,
    );
  }

  /** What came into a mailbox the observer is thought to see: codes only into one she has proven. */
  private async collect(address: string): Promise<void> {
    const all = await sentTo(this.wired.desk, address);
    const fresh = all.slice(this.mails.get(address) ?? 0);
    this.mails.set(address, all.length);
    for (const mail of fresh) {
      const isCode = /^(?:Koden din|Your code)$/.test(mail.subject);
      this.replyTo = isCode ? this.replyTo : (headerOf(mail, 'reply-to') ?? this.replyTo);
      if (!isCode || this.script.level === 'low') this.seen.push(asSeen(mail));
    }
  }

  private ownThread(): string {
    return /svar\+([a-z2-7]{26})\./.exec(this.replyTo ?? '')?.[1] ?? '';
  }

  private locale(): string {
    return { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }[this.script.language];
  }

  private async refreshing(method: string, path: string, body?: string): Promise<Answered> {
    const first = await this.call(method, path, body);
    if (first.status !== 403) return first;
    const { status, text } = await this.call('POST', '/tokens/refresh');
    if (status !== 200) return first;
    this.token = (JSON.parse(text) as { readonly token: string }).token;
    return this.call(method, path, body);
  }

  private async call(method: string, path: string, body?: string): Promise<Answered> {
    return this.page(`/v3/directline${path}`, method, body);
  }

  private async page(path: string, method = 'GET', body?: string): Promise<Answered> {
    const response = await fetch(`${this.wired.desk.url}${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': this.locale(),
        ...(this.token === '' ? {} : { Authorization: `Bearer ${this.token}` }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const quiet = [...this.codes].reduce((words, code) => words.replaceAll(code, '<code>'), text);
    this.seen.push({
      kind: 'answer',
      status: `${method} ${String(response.status)}`,
      body: quiet,
      headers: headersOf(response),
    });
    return { status: response.status, text };
  }
}

/** All of them in their order, but for the date, and with what is random in them made equal. */
const headersOf = (response: Response): Headers =>
  [...response.headers]
    .filter(([name]) => name !== 'date')
    .map(
      ([name, value]) =>
        [name, name === 'etag' ? '<etag>' : value.replace(/Expires=[^;]+/i, 'Expires=<time>')] as const,
    );

const headerOf = (mail: SentMail, name: string): string | undefined =>
  mail.headers.find(([one]) => one.toLowerCase() === name)?.[1];

const changing = /^(?:date|message-id|x-skranke-loop|content-type|received)$/i;

const asSeen = (mail: SentMail): Seen => ({
  kind: 'mail',
  to: [...mail.envelope.to, mail.to],
  headers: [
    ['envelope-from', mail.envelope.from],
    ...mail.headers.map(([name, value]) => [name, changing.test(name) ? '<made>' : value] as const),
  ],
  text: mail.text.replace(/\d{4}\s\d{4}/g, '<code>'),
  html: mail.html.replace(/\d{4}(?:\s|&nbsp;|&#160;)\d{4}/g, '<code>'),
});
