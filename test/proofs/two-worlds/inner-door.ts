/** Holds a conversation with an inner desk, and writes down everything its observer could see. */
import { randomUUID } from 'node:crypto';
import { compose } from '../../../src/mail/compose.js';
import { seal } from '../../../src/modules/disclosure/sealed.js';
import { open } from '../../../src/modules/disclosure/open.js';
import { newId } from '../../../src/modules/database/new-id.service.js';
import type { Outgoing } from '../../../src/modules/outbox/outgoing.js';
import type { InnerDesk } from '../../world/inner-desk.js';
import { Talk } from '../../world/talk.js';
import type { Member } from './cast.js';
import type { Script, Step } from './script.js';
import type { Headers, Seen } from './seen.js';

const receipt = /(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{6}/;
const ownDesk = { name: 'Fjordvakt', address: 'post@fjordvakt.example', domain: 'fjordvakt.example' };

/** @returns what was seen, in order; codes to a mailbox that was not proven are somebody else's to see */
export const holdInside = async (desk: InnerDesk, script: Script, member: Member): Promise<readonly Seen[]> => {
  const observer = new Observer(desk, await Talk.open(desk, script.language), script, member);
  for (const step of script.steps) await observer.take(step);
  return observer.seen;
};

class Observer {
  readonly seen: Seen[] = [];
  private shown = 0;
  private thread: string | null = null;
  private lastReceipt = '';
  private readonly codes = new Set<string>();

  constructor(
    private readonly desk: InnerDesk,
    private readonly talk: Talk,
    private readonly script: Script,
    private readonly member: Member,
  ) {}

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'say': {
        const clientId = randomUUID();
        await this.say(step.text, clientId);
        if (step.twice) await this.say(step.text, clientId);
        return;
      }
      case 'event':
        return this.answer(() =>
          this.talk.take('', {
            event: { name: step.name, value: step.value ?? this.thread ?? '' },
          }),
        );
      case 'last-receipt':
        return this.say(this.lastReceipt, randomUUID());
      case 'wait':
        this.desk.clock.pass(step.minutes);
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

  private async say(text: string, clientId: string): Promise<void> {
    await this.answer(() => this.talk.take(text, { clientId }));
    if (text.includes('@')) await this.work();
  }

  /** What the door answers, then what the page can read. */
  private async answer(act: () => Promise<object>): Promise<void> {
    try {
      const { duplicate, levelChanged } = (await act()) as {
        readonly duplicate: boolean;
        readonly levelChanged: boolean;
      };
      const { tokenEpoch, level } = await this.talk.row();
      this.seen.push({ kind: 'answer', status: '200', body: { duplicate, levelChanged, tokenEpoch, level } });
    } catch (error) {
      this.seen.push({ kind: 'answer', status: error instanceof Error ? error.message : 'unknown', body: null });
    }
    await this.look();
  }

  private async look(): Promise<void> {
    const lines = await this.talk.lines(this.shown);
    const { lastSeq } = await this.talk.row();
    for (const line of lines) this.seen.push({ kind: 'answer', status: '200', body: this.withoutCodes(line) });
    this.seen.push({ kind: 'answer', status: '200', body: { watermark: lastSeq } });
    this.shown = lastSeq;
    this.lastReceipt = receipt.exec(JSON.stringify(lines.at(-1) ?? ''))?.[0] ?? this.lastReceipt;
  }

  private async work(): Promise<readonly Outgoing[]> {
    await this.desk.work();
    const sent = this.desk.sent();
    for (const message of sent) if (this.isHersToSee(message)) this.seen.push(this.asMail(message));
    return sent;
  }

  /** A code in a text message goes to a phone nobody has proven here. */
  private isHersToSee(message: Outgoing): boolean {
    if (message.kind !== 'code') return true;
    return this.script.level === 'low' && !open(message.recipient).startsWith('+');
  }

  private async prove(): Promise<void> {
    await this.answer(() => this.talk.take(this.member.email));
    const sent = await this.work();
    const code =
      /\d{4}\s?\d{4}/.exec(sent.find(({ kind }) => kind === 'code')?.reply.text ?? '')?.[0] ?? 'no code came';
    this.codes.add(code);
    await this.answer(() => this.talk.take(code));
  }

  /** Her own code, as she typed it, is chance. */
  private withoutCodes(line: object & { readonly text?: string }): object {
    return line.text !== undefined && this.codes.has(line.text) ? { ...line, text: '<code>' } : line;
  }

  private async mail(step: Extract<Step, { do: 'mail' }>): Promise<void> {
    const now = this.desk.clock.now();
    const from = seal(step.from);
    const joined =
      step.joins && this.thread !== null ? await this.desk.threads.join(this.thread, from, step.aligned) : null;
    const { conversationId, threadRef } = joined ?? (await this.desk.threads.open(from, now));
    this.thread = threadRef;
    const inboundMailId = await this.store(conversationId, now);
    await this.desk.conversations.take({
      channel: 'mail',
      conversationId,
      clientId: inboundMailId,
      receivedAt: now,
      text: seal(step.text),
      language: null,
      event: null,
      mail: {
        inboundMailId,
        from,
        subject: seal(step.subject),
        messageId: seal(`<mail.${String(this.script.seed)}@elsewhere.example>`),
        answerable: step.answerable,
        aligned: step.aligned,
        attachments: 0,
        othersAddressed: false,
      },
    });
    this.seen.push({ kind: 'answer', status: '250', body: { joined: joined !== null } });
    await this.work();
  }

  private async store(conversationId: string, now: Date): Promise<string> {
    const id = newId(now);
    await this.desk.source.query(
      `INSERT INTO inbound_mail (id, mailbox, uidvalidity, uid, received_at, size, content_hash, state, conversation_id)
       VALUES ($1, 'INBOX', 1, (SELECT count(*) + 1 FROM inbound_mail), $2, 1, '', 'answered', $3)`,
      [id, now, conversationId],
    );
    return id;
  }

  /** The code itself is chance; that one came, to whom and in which words, is not. */
  private asMail(message: Outgoing): Seen {
    const mail = compose(message, ownDesk, this.desk.settings.SKRANKE_MAC_KEY, this.desk.clock.now());
    const quiet = (text: string): string =>
      message.kind === 'code' ? text.replace(/\d{4}(?:\s|&nbsp;|&#160;)?\d{4}/g, '<code>') : text;
    const headers: Headers = [
      ['From', JSON.stringify(mail.from)],
      ['Subject', quiet(mail.subject)],
      ['Message-ID', mail.messageId.replace(/\.[a-z2-7]{26}@/, '.<mac>@')],
      ['Reply-To', mail.replyTo?.replace(/\.[a-z2-7]{26}@/, '.<mac>@') ?? ''],
      ['In-Reply-To', mail.inReplyTo ?? ''],
      ['Envelope-From', mail.envelope.from.replace(/[a-z2-7]{26}@/, '<mac>@')],
      ...Object.entries(mail.headers).map(([name, value]): readonly [string, string] => [
        name,
        name.startsWith('X-Auto') || name === 'Auto-Submitted' ? value : `<${String(value.length)}>`,
      ]),
    ];
    return {
      kind: 'mail',
      to: [...mail.envelope.to, mail.to.address, open(message.recipient)],
      headers,
      text: quiet(mail.text),
      html: quiet(mail.html),
    };
  }
}
