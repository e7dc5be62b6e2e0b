import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { CasesRepository } from '../cases/cases.repository.js';
import { ClockService } from '../database/clock.service.js';
import { newId } from '../database/new-id.service.js';
import { seal } from '../disclosure/sealed.js';
import { JournalRepository } from '../journal/journal.repository.js';
import type { DeliveryWatcher, Undelivered } from '../outbox/delivery-watcher.js';
import { EndedMessagesRepository } from '../outbox/ended-messages.repository.js';
import { OutboxRepository } from '../outbox/outbox.repository.js';
import { UnknownRecipientService } from '../outbox/unknown-recipient.service.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { purposes } from '../policy/purpose.js';
import { serviceDeadline } from '../requests/service-deadline.js';
import { makeReceipt } from '../values/receipt.js';

/** Somebody waits for these; a code is asked for anew, and a neutral answer says nothing that the receipt does not. */
const awaited: readonly Undelivered['kind'][] = ['answer', 'notice', 'crisis'];
const lookBackMs = 7 * 86_400_000;

/**
 * Makes work for a person of what did not arrive, or may not have, once for each message; and remembers that an
 * address takes no mail.
 * @source  mail.md "Out"; F09, ND16, E36, E37
 */
@Injectable()
export class UndeliveredService implements DeliveryWatcher {
  constructor(
    private readonly source: DataSource,
    private readonly clock: ClockService,
    private readonly outbox: OutboxRepository,
    private readonly ended: EndedMessagesRepository,
    private readonly recipients: UnknownRecipientService,
    private readonly cases: CasesRepository,
    private readonly journal: JournalRepository,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  async catchUp(): Promise<void> {
    const since = new Date(this.clock.now().getTime() - lookBackMs);
    for (const id of await this.ended.endedSince(awaited, since)) await this.file(id);
  }

  async undelivered(event: Undelivered): Promise<void> {
    if (awaited.includes(event.kind)) await this.file(event.id);
  }

  /**
   * A report came back to the keyed return path of this message.
   * @param gone  there is no such mailbox, so that nothing more is sent to it
   */
  async bounced(uuid: string, gone: boolean): Promise<void> {
    await (gone ? this.recipients.unknown(uuid) : this.outbox.bounced(uuid));
    const message = await this.ended.failed(uuid);
    if (message !== null) await this.undelivered({ ...message, outcome: 'failed' });
  }

  private async file(messageId: string): Promise<void> {
    const rule = this.policy.filing['undelivered'];
    const about = await this.ended.aboutOf(messageId);
    if (rule === undefined || about === null) return;
    const now = this.clock.now();
    await this.source.transaction(async (tx) => {
      const fresh = await this.cases.file(tx, {
        id: newId(now),
        receipt: makeReceipt(randomBytes(17)),
        businessKey: `undelivered:${messageId}`,
        queue: rule.queue,
        intent: 'other',
        role: 'unknown',
        identity: 'pending',
        partyId: about.partyId,
        claimId: null,
        engagementId: null,
        conversationId: about.conversationId,
        inboundMailId: null,
        language: about.language,
        words: seal(''),
        receivedAt: now,
        deadlineAt: serviceDeadline(now, rule.service),
        settledByDesk: false,
        request: null,
      });
      if (fresh) await this.record(tx, about, now);
    });
  }

  private async record(
    tx: EntityManager,
    about: { readonly partyId: string | null; readonly caseId: string | null; readonly conversationId: string | null },
    now: Date,
  ): Promise<void> {
    await this.journal.record(tx, {
      at: now,
      actor: { kind: 'job', id: 'delivery' },
      action: 'not-delivered',
      purpose: purposes.handleCase.id,
      partyId: about.partyId,
      caseId: about.caseId,
      conversationId: about.conversationId,
      decision: null,
    });
  }
}
