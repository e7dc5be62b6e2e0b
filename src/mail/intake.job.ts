import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ConversationService } from '../modules/conversation/conversation.service.js';
import { MailThreadsService } from '../modules/conversation/mail-threads.service.js';
import { UndeliveredService } from '../modules/conversation/undelivered.service.js';
import { ClockService } from '../modules/database/clock.service.js';
import { newRounds, type Rounds } from '../modules/database/rounds.service.js';
import { SignalsService } from '../modules/database/signals.service.js';
import { seal } from '../modules/disclosure/sealed.js';
import { DESK_ADDRESS, type DeskAddress } from '../modules/outbox/desk-address.js';
import { OutboxRepository } from '../modules/outbox/outbox.repository.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { isAligned } from './authentication.js';
import { isDeliveryReport } from './automatic.js';
import { InboundMailRepository, mostAttempts, type StoredMail } from './inbound-mail.repository.js';
import { bearsLoopMark } from './loop-mark.js';
import { addressesOf, match } from './match.js';
import { answerRefusal } from './may-answer.js';
import { isOwnAddress } from './own-address.js';
import { ParseMailService } from './parse-mail.service.js';
import type { ParsedMail } from './parsed-mail.js';
import { readReturnPath } from './return-path.js';
import { needsPerson, screen, type Screened, type Verdict } from './screen.js';
import { readSender, type Sender } from './sender.js';
import { toInbound } from './to-inbound.js';
import { trustedServer } from './trusted-server.js';

const atOnce = 2;
const sweepMs = 2_000;
const retryAfterMs = 1_000;

/** Road 2: takes each stored mail through parse, screen and match into the conversation, and writes down what became of it. */
@Injectable()
export class IntakeJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('mail');
  private readonly rounds: Rounds;

  constructor(
    private readonly mails: InboundMailRepository,
    private readonly parser: ParseMailService,
    private readonly conversations: ConversationService,
    private readonly threads: MailThreadsService,
    private readonly outbox: OutboxRepository,
    private readonly undelivered: UndeliveredService,
    private readonly clock: ClockService,
    signals: SignalsService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DESK_ADDRESS) private readonly desk: DeskAddress,
  ) {
    this.rounds = newRounds(signals, {
      signal: 'inbound_mail',
      everyMs: sweepMs,
      work: (mayGoOn) => this.round(mayGoOn),
      failed: (error) => this.log.error(`stored mail not read: ${nameOf(error)}`),
    });
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }

  /** Works until nothing is due. */
  async drain(): Promise<void> {
    await this.rounds.now();
  }

  private async round(mayGoOn: () => boolean): Promise<void> {
    while (mayGoOn()) {
      const due = await this.mails.next(this.clock.now(), atOnce);
      if (due.length === 0) break;
      await Promise.all(due.map((mail) => this.tryOne(mail)));
    }
    for (const id of await this.mails.exhausted(this.clock.now())) await this.giveUp(id, 'three-tries');
  }

  private async tryOne(mail: StoredMail): Promise<void> {
    try {
      await this.takeOne(mail);
    } catch (error) {
      this.log.warn(`mail ${mail.id}, try ${mail.attempts}: ${nameOf(error)}`);
      if (mail.attempts >= mostAttempts) await this.giveUp(mail.id, 'three-tries');
      else await this.mails.retry(mail.id, new Date(this.clock.now().getTime() + retryAfterMs));
    }
  }

  private async takeOne(stored: StoredMail): Promise<void> {
    const raw = await this.mails.raw(stored.id);
    if (raw === null) return this.mails.mark(stored.id, 'ignored', 'erased');
    const mail = await this.parser.parse(raw);
    const sender = readSender(mail.fields, mail.from);
    const screened: Screened = {
      mail,
      sender,
      isOurs: this.isOurs,
      ownLoop: bearsLoopMark(mail.fields, this.settings.SKRANKE_MAC_KEY),
    };
    const verdict = screen(screened);
    if (verdict.verdict !== 'proceed') return this.setAside(stored, mail, verdict);
    const refusal = answerRefusal(screened, verdict, this.desk.domain);
    await this.converse(stored, mail, sender, refusal);
  }

  /** Nothing is thrown away: the verdict is kept, a bounce is told to the outbox, a doubtful mail to a person. */
  private async setAside(stored: StoredMail, mail: ParsedMail, verdict: Verdict): Promise<void> {
    if (verdict.reason === 'bounce' && isDeliveryReport(mail)) await this.noteBounce(mail);
    if (needsPerson(verdict)) await this.threads.fileUnreadable(stored.id, this.clock.now());
    await this.mails.mark(stored.id, verdict.verdict === 'ignore' ? 'ignored' : 'quarantined', verdict.reason);
  }

  /** A report that only says it takes longer ends nothing; one without a machine-readable part is taken at its word. */
  private async noteBounce(mail: ParsedMail): Promise<void> {
    if (mail.reportType === 'delivery-status' && mail.undelivered === null) return;
    for (const address of addressesOf(mail)) {
      const uuid = readReturnPath(address, this.settings.SKRANKE_MAC_KEY, this.desk.domain);
      if (uuid !== null) await this.undelivered.bounced(uuid, mail.undelivered === 'gone');
    }
  }

  private async converse(stored: StoredMail, mail: ParsedMail, sender: Sender, refusal: string | null): Promise<void> {
    const server = trustedServer(this.settings, this.desk);
    const aligned = sender.known && isAligned(mail.fields, server, sender.domain);
    const conversationId = stored.conversationId ?? (await this.conversationOf(stored, mail, sender, aligned));
    const began = this.clock.now();
    await this.conversations.take(
      toInbound(mail, {
        inboundMailId: stored.id,
        conversationId,
        receivedAt: stored.receivedAt,
        sender,
        aligned,
        answerable: refusal === null,
        isOurs: this.isOurs,
      }),
    );
    const answered = await this.outbox.hasAnswer(conversationId, began);
    await this.mails.mark(stored.id, answered ? 'answered' : 'filed', refusal);
  }

  private async conversationOf(
    stored: StoredMail,
    mail: ParsedMail,
    sender: Sender,
    aligned: boolean,
  ): Promise<string> {
    const from = sender.known ? seal(sender.address) : null;
    const ref = await this.threadRefOf(mail);
    const joined = ref === null ? null : await this.threads.join(ref, from, aligned);
    const { conversationId } = joined ?? (await this.threads.open(from, this.clock.now()));
    await this.mails.linkConversation(stored.id, conversationId);
    return conversationId;
  }

  private async threadRefOf(mail: ParsedMail): Promise<string | null> {
    const found = match(mail, this.settings.SKRANKE_MAC_KEY, this.desk.domain);
    switch (found.kind) {
      case 'thread':
        return found.threadRef;
      case 'message':
        return this.outbox.threadRefOf(found.uuid);
      case 'none':
        return null;
    }
  }

  private async giveUp(id: string, reason: string): Promise<void> {
    await this.threads.fileUnreadable(id, this.clock.now());
    await this.mails.mark(id, 'unreadable', reason);
  }

  private readonly isOurs = (address: string): boolean => isOwnAddress(address, this.desk);
}

/** The class of an error, never its message: that may hold what the mail said. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown error');
