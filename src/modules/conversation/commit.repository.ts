import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { blindIndex } from '../disclosure/blind-index.js';
import { open } from '../disclosure/open.js';
import { replyMac, serialise, type Reply } from '../disclosure/reply.js';
import { seal, type Sealed } from '../disclosure/sealed.js';
import { VaultService } from '../disclosure/vault.service.js';
import { newPublicId } from '../database/new-id.service.js';
import { CasesRepository } from '../cases/cases.repository.js';
import type { CaseDraft } from '../cases/case-draft.js';
import { ChallengesRepository } from '../identity/challenges.repository.js';
import { EvidenceRepository } from '../identity/evidence.repository.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { OutboxRepository } from '../outbox/outbox.repository.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { purposes } from '../policy/purpose.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { RequestsRepository } from '../requests/requests.repository.js';
import type { InboundMessage } from './inbound-message.js';
import type { Outcome } from './outcome.js';
import type { Scene } from './scene.js';
import { evidenceOf } from './scene.repository.js';
import type { ConversationRow } from './session-row.js';

const neutralLifeMs = 5 * 86_400_000;

/** One line to append to a conversation. */
export type NewActivity = {
  readonly direction: 'inbound' | 'outbound';
  readonly author: 'person' | 'desk' | 'caseworker';
  readonly body: string;
  readonly clientId: string | null;
  readonly replyToSeq: number | null;
  readonly decisionId: string | null;
};

/** Writes everything one turn decided, in the turn's own transaction: state, journal, outbox. */
@Injectable()
export class CommitRepository {
  constructor(
    private readonly vault: VaultService,
    private readonly journal: JournalRepository,
    private readonly cases: CasesRepository,
    private readonly requests: RequestsRepository,
    private readonly challenges: ChallengesRepository,
    private readonly evidence: EvidenceRepository,
    private readonly outbox: OutboxRepository,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @returns the public id of the stored inbound activity */
  async commit(
    tx: EntityManager,
    row: ConversationRow,
    scene: Scene,
    inbound: InboundMessage,
    outcome: Outcome,
    now: Date,
  ): Promise<string> {
    await this.commitProof(tx, scene, row.id, now);
    for (const draft of outcome.cases) await this.commitCase(tx, draft);
    await this.commitChanges(tx, scene, outcome, now);
    const decisionId = await this.commitJournal(tx, scene, outcome, now);
    const activityId = await this.append(
      tx,
      row,
      row.lastSeq + 1,
      {
        direction: 'inbound',
        author: 'person',
        body: open(inbound.text),
        clientId: inbound.clientId,
        replyToSeq: null,
        decisionId: null,
      },
      now,
    );
    const answered =
      outcome.reply !== null && row.channel === 'chat'
        ? await this.appendReply(tx, row, outcome.reply, decisionId, now)
        : 0;
    if (outcome.reply !== null && inbound.mail !== null)
      await this.enqueueAnswer(tx, row, inbound, { ...outcome, reply: outcome.reply }, decisionId, now);
    await this.commitConversation(tx, row, scene, outcome, { seq: row.lastSeq + 1 + answered, now });
    await tx.query(`SELECT pg_notify('conversation', $1)`, [row.id]);
    return activityId;
  }

  /** Appends one line; `seq` must be the next of the locked conversation. */
  async append(
    tx: EntityManager,
    row: Pick<ConversationRow, 'id'>,
    seq: number,
    line: NewActivity,
    now: Date,
  ): Promise<string> {
    const publicId = newPublicId();
    const body = await this.vault.hide(
      seal(line.body),
      { kind: 'conversation', id: row.id },
      { table: 'activity', column: 'body', row: publicId },
    );
    const mac = line.decisionId === null ? null : replyMac(line.decisionId, line.body, this.settings.SKRANKE_MAC_KEY);
    await tx.query(
      `INSERT INTO activity (conversation_id, seq, public_id, direction, client_id, reply_to_seq, body, decision_id, mac, author, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        row.id,
        seq,
        publicId,
        line.direction,
        line.clientId,
        line.replyToSeq,
        body,
        line.decisionId,
        mac,
        line.author,
        now,
      ],
    );
    return publicId;
  }

  private async appendReply(
    tx: EntityManager,
    row: ConversationRow,
    reply: Reply,
    decisionId: string,
    now: Date,
  ): Promise<number> {
    await this.append(
      tx,
      row,
      row.lastSeq + 2,
      {
        direction: 'outbound',
        author: 'desk',
        body: serialise(reply),
        clientId: null,
        replyToSeq: row.lastSeq + 1,
        decisionId,
      },
      now,
    );
    return 1;
  }

  private async commitProof(tx: EntityManager, scene: Scene, conversationId: string, now: Date): Promise<void> {
    if (scene.proof?.kind === 'code')
      await this.challenges.settleTry(tx, scene.proof.challengeId, scene.proof.verdict === 'right');
    const proof = evidenceOf(scene.proof, now);
    if (proof !== null) await this.evidence.add(tx, conversationId, proof);
  }

  private async commitCase(tx: EntityManager, draft: CaseDraft): Promise<void> {
    if (await this.cases.exists(tx, draft.businessKey)) return;
    if (draft.request !== null) await this.requests.open(tx, { ...draft, ...draft.request });
    await this.cases.file(tx, draft);
  }

  private async commitChanges(tx: EntityManager, scene: Scene, outcome: Outcome, now: Date): Promise<void> {
    if (outcome.withdraw.length > 0) {
      await this.cases.withdraw(tx, outcome.withdraw);
      await this.requests.withdraw(tx, outcome.withdraw);
    }
    const { confirm } = outcome;
    if (confirm?.hers === true && confirm.partyId !== null) {
      await this.requests.identify(tx, confirm.caseIds, confirm.partyId);
      await this.cases.attach(tx, confirm.caseIds, {
        partyId: confirm.partyId,
        identity: scene.assurance.level,
        conversationId: scene.conversationId,
      });
    }
    if (outcome.challenge !== null) {
      await this.challenges.request(
        tx,
        { conversationId: scene.conversationId, ...outcome.challenge },
        this.policy.assurance,
        now,
      );
    }
  }

  private async commitJournal(tx: EntityManager, scene: Scene, outcome: Outcome, now: Date): Promise<string> {
    return this.journal.record(tx, {
      at: now,
      actor: { kind: 'desk', id: null },
      action: 'turn',
      purpose: purposes.answerOwnQuestion.id,
      partyId: outcome.partyId,
      caseId: outcome.cases[0]?.id ?? null,
      conversationId: scene.conversationId,
      decision: {
        ...outcome.record,
        level: outcome.level,
        meant: outcome.meant,
        filed: outcome.cases.map((one) => ({ id: one.id, queue: one.queue, intent: one.intent })),
        confirmed: outcome.confirm,
      },
    });
  }

  private async enqueueAnswer(
    tx: EntityManager,
    row: ConversationRow,
    inbound: InboundMessage,
    outcome: Outcome & { readonly reply: Reply },
    decisionId: string,
    now: Date,
  ): Promise<void> {
    if (inbound.mail?.from == null) return;
    await this.outbox.enqueue(
      tx,
      {
        channel: 'email',
        kind: outcome.replyKind,
        decisionId,
        reply: outcome.reply,
        recipient: inbound.mail.from,
        conversationId: row.id,
        challengeId: null,
        threadRef: row.threadRef,
        inReplyTo: inbound.mail.messageId,
        expiresAt: new Date(now.getTime() + neutralLifeMs),
      },
      now,
    );
    await this.cases.markToldToSender(tx, this.indexOf(inbound.mail.from));
  }

  private async commitConversation(
    tx: EntityManager,
    row: ConversationRow,
    scene: Scene,
    outcome: Outcome,
    at: { readonly seq: number; readonly now: Date },
  ): Promise<void> {
    const state = await this.vault.hide(
      seal(JSON.stringify(outcome.flow)),
      { kind: 'conversation', id: row.id },
      { table: 'conversation', column: 'state', row: row.id },
    );
    const turned = outcome.level !== row.level;
    await tx.query(
      `UPDATE conversation SET last_seq = $2, state = $3, language = $4, level = $5, last_activity_at = $6,
              token_epoch = token_epoch + CASE WHEN $7 THEN 1 ELSE 0 END,
              epoch_changed_at = CASE WHEN $7 THEN $6 ELSE epoch_changed_at END,
              epoch_refreshed = CASE WHEN $7 THEN false ELSE epoch_refreshed END
        WHERE id = $1`,
      [row.id, at.seq, state, outcome.language, outcome.level, at.now, turned && scene.channel === 'chat'],
    );
  }

  private indexOf(address: Sealed<string>): Buffer {
    return blindIndex('email', open(address), this.settings.SKRANKE_INDEX_KEY);
  }
}
