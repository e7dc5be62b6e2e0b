import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { VaultService, type KeyOwner } from '../disclosure/vault.service.js';
import { CasesRepository } from '../cases/cases.repository.js';
import type { CaseDraft } from '../cases/case-draft.js';
import { ChallengesRepository } from '../identity/challenges.repository.js';
import { EvidenceRepository } from '../identity/evidence.repository.js';
import { OutboxRepository } from '../outbox/outbox.repository.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { RequestsRepository } from '../requests/requests.repository.js';
import type { InboundMessage } from './inbound-message.js';
import { MailSenderRepository } from './mail-sender.repository.js';
import type { Outcome } from './outcome.js';
import type { Scene } from './scene.js';
import { evidenceOf } from './scene.repository.js';
import type { ConversationRow } from './session-row.js';
import { TurnWriterRepository } from './turn-writer.repository.js';
import { WaitingLettersRepository } from './waiting-letters.repository.js';

const isProof = ({ proof }: Scene): boolean => proof !== null && 'verdict' in proof && proof.verdict === 'right';

const minuteMs = 60_000;
const neutralLifeMs = 5 * 86_400_000;

/** Writes everything one turn decided, in the turn's own transaction: state, journal, outbox. */
@Injectable()
export class CommitRepository {
  constructor(
    private readonly vault: VaultService,
    private readonly turns: TurnWriterRepository,
    private readonly senders: MailSenderRepository,
    private readonly cases: CasesRepository,
    private readonly requests: RequestsRepository,
    private readonly challenges: ChallengesRepository,
    private readonly evidence: EvidenceRepository,
    private readonly letters: WaitingLettersRepository,
    private readonly outbox: OutboxRepository,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  /** @returns the public id of the stored inbound activity */
  async commit(
    tx: EntityManager,
    row: ConversationRow,
    turned: { readonly scene: Scene; readonly inbound: InboundMessage; readonly outcome: Outcome },
    now: Date,
  ): Promise<string> {
    const { scene, inbound, outcome } = turned;
    await this.commitProof(tx, scene, row, now);
    if (isProof(scene)) await this.recognise(tx, scene, row, now);
    for (const draft of outcome.cases) await this.commitCase(tx, draft);
    await this.commitChanges(tx, scene, outcome, now);
    const { activityId, decisionId } = await this.turns.write(tx, row, inbound, outcome, now);
    if (inbound.mail !== null) await this.commitMail(tx, row, inbound, outcome, { decisionId, now });
    await this.linkKeys(scene, outcome);
    return activityId;
  }

  /** Whose words these turned out to be: the keys of a conversation, a mail and a case are made before that is known. */
  private async linkKeys(scene: Scene, { partyId, cases, confirm }: Outcome): Promise<void> {
    if (partyId === null) return;
    const hers = confirm?.hers === true ? confirm.caseIds : [];
    const owners: readonly KeyOwner[] = [
      ...(!isProof(scene) ? [] : [{ kind: 'conversation', id: scene.conversationId } as const]),
      ...(hers.length > 0 && scene.threadId !== null ? [{ kind: 'conversation', id: scene.threadId } as const] : []),
      ...[...cases.map(({ id }) => id), ...hers].map((id) => ({ kind: 'case', id }) as const),
    ];
    for (const owner of owners) await this.vault.link(owner, partyId);
  }

  private async commitProof(tx: EntityManager, scene: Scene, row: ConversationRow, now: Date): Promise<void> {
    if (row.level !== 'none' && scene.lapsed) await this.evidence.endSession(tx, row.id, now);
    if (scene.proof?.kind === 'code' && (scene.proof.verdict === 'right' || scene.proof.verdict === 'wrong'))
      await this.challenges.settleTry(tx, scene.proof.challengeId, scene.proof.verdict === 'right');
    const proof = evidenceOf(scene.proof, now);
    if (proof !== null) await this.evidence.add(tx, row.id, proof);
  }

  /** What she has asked for in this session before she proved who she is was asked by her, unless the session had lapsed. */
  private async recognise(tx: EntityManager, scene: Scene, row: ConversationRow, now: Date): Promise<void> {
    const { partyId, level } = scene.assurance;
    if (partyId === null || level === 'none' || scene.lapsed) return;
    const since = new Date(now.getTime() - this.policy.assurance.lives.none.minutes * minuteMs);
    const hers = await this.cases.recognise(tx, { partyId, identity: level, conversationId: row.id, since });
    await this.requests.identify(tx, hers, partyId);
    for (const id of hers) await this.vault.link({ kind: 'case', id }, partyId);
  }

  private async commitCase(tx: EntityManager, draft: CaseDraft): Promise<void> {
    if (await this.cases.exists(tx, draft.businessKey)) return;
    if (draft.request !== null) await this.requests.open(tx, { ...draft, ...draft.request });
    await this.cases.file(tx, draft);
  }

  private async commitChanges(tx: EntityManager, scene: Scene, outcome: Outcome, now: Date): Promise<void> {
    await this.letters.markTold(tx, outcome.told, now);
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
    if (outcome.settle.length > 0) await this.cases.settleByDesk(tx, outcome.settle, now);
    if (outcome.challenge !== null) {
      await this.challenges.request(
        tx,
        { conversationId: scene.conversationId, ...outcome.challenge },
        this.policy.assurance,
        now,
      );
    }
  }

  private async commitMail(
    tx: EntityManager,
    row: ConversationRow,
    inbound: InboundMessage,
    outcome: Outcome,
    by: { readonly decisionId: string; readonly now: Date },
  ): Promise<void> {
    const from = inbound.mail?.from ?? null;
    if (from === null) return;
    if (outcome.suppress !== null) await this.senders.suppress(tx, from, outcome.suppress, by.now);
    if (outcome.reply === null) return;
    await this.outbox.enqueue(
      tx,
      {
        channel: 'email',
        kind: outcome.replyKind,
        decisionId: by.decisionId,
        reply: outcome.reply,
        recipient: from,
        conversationId: row.id,
        challengeId: null,
        threadRef: row.threadRef,
        inReplyTo: inbound.mail?.messageId ?? null,
        expiresAt: new Date(by.now.getTime() + neutralLifeMs),
      },
      by.now,
    );
    await this.senders.told(tx, from);
  }
}
