import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { blindIndex } from '../disclosure/blind-index.js';
import { open } from '../disclosure/open.js';
import { seal, type Sealed } from '../disclosure/sealed.js';
import { VaultService } from '../disclosure/vault.service.js';
import { newId, newPublicId } from '../database/new-id.service.js';
import { CasesRepository } from '../cases/cases.repository.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { serviceDeadline } from '../requests/service-deadline.js';
import { base32 } from '../values/base32.js';
import { makeReceipt } from '../values/receipt.js';

export type MailThread = { readonly conversationId: string; readonly threadRef: string };

/** Mail's own conversations: one a thread, found again only by the token in our address, never by who seems to write. */
@Injectable()
export class MailThreadsService {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly cases: CasesRepository,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A new thread. @param from  the sole From address, null where the mail has none to answer */
  async open(from: Sealed<string> | null, now: Date): Promise<MailThread> {
    const id = newId(now);
    const threadRef = base32(randomBytes(16));
    const sender =
      from === null
        ? null
        : await this.vault.hide(
            from,
            { kind: 'conversation', id },
            { table: 'conversation', column: 'sender', row: id },
          );
    const index = from === null ? null : blindIndex('email', open(from), this.settings.SKRANKE_INDEX_KEY);
    await this.source.query(
      `INSERT INTO conversation (id, public_id, channel, thread_ref, sender, sender_index, created_at, last_activity_at) VALUES ($1, $2, 'mail', $3, $4, $5, $6, $6)`,
      [id, newPublicId(), threadRef, sender, index, now],
    );
    return { conversationId: id, threadRef };
  }

  /**
   * The thread a valid token names, if this mail may join it: DMARC-aligned, and from the address the thread began with.
   * Anything else is a new thread beside it (E29-E32).
   */
  async join(threadRef: string, from: Sealed<string> | null, aligned: boolean): Promise<MailThread | null> {
    if (from === null || !aligned) return null;
    const index = blindIndex('email', open(from), this.settings.SKRANKE_INDEX_KEY);
    const [row] = await this.source.query<{ id: string }[]>(
      `SELECT id FROM conversation WHERE thread_ref = $1 AND channel = 'mail' AND sender_index = $2`,
      [threadRef, index],
    );
    return row === undefined ? null : { conversationId: row.id, threadRef };
  }

  /** A mail nobody could read becomes a case of its own, so that a person looks at it and it blocks nothing. */
  async fileUnreadable(inboundMailId: string, now: Date): Promise<void> {
    const rule = this.policy.filing['unreadable_mail'] ?? this.policy.filing['other'];
    if (rule === undefined) return;
    await this.source.transaction(async (tx) => {
      await this.cases.file(tx, {
        id: newId(now),
        receipt: makeReceipt(randomBytes(17)),
        businessKey: `unreadable:${inboundMailId}`,
        queue: rule.queue,
        intent: 'other',
        role: 'unknown',
        identity: 'pending',
        partyId: null,
        claimId: null,
        engagementId: null,
        conversationId: null,
        inboundMailId,
        language: 'nb',
        words: seal(''),
        receivedAt: now,
        deadlineAt: serviceDeadline(now, rule.service),
        settledByDesk: false,
        request: null,
      });
    });
  }
}
