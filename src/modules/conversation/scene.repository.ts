import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { reaches, unproven, type Assurance } from '../disclosure/assurance.js';
import { blindIndex } from '../disclosure/blind-index.js';
import { open } from '../disclosure/open.js';
import { VaultService } from '../disclosure/vault.service.js';
import { runPrepared, type Prepared } from '../database/prepared.service.js';
import { CasesRepository, type OwnCaseRow } from '../cases/cases.repository.js';
import { ClaimsRepository } from '../claims/claims.repository.js';
import { assess, hasIdledOut, type Evidence } from '../identity/assess.js';
import { ChallengesRepository } from '../identity/challenges.repository.js';
import { EidLoginsRepository } from '../identity/eid-logins.repository.js';
import { EvidenceRepository } from '../identity/evidence.repository.js';
import { tryCode } from '../identity/try-code.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { purposes } from '../policy/purpose.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { osloDayOf } from '../values/day.js';
import { readReceipt } from '../values/receipt.js';
import { recent } from './answer-code.js';
import { readFlow, type FlowState } from './flow-state.js';
import type { InboundMessage } from './inbound-message.js';
import { MailSenderRepository } from './mail-sender.repository.js';
import type { OwnCase, Proof, Scene } from './scene.js';
import { conversationColumns, type ConversationRow } from './session-row.js';
import { isCodeOpen, typedProof } from './typed-proof.js';
import { WaitingLettersRepository } from './waiting-letters.repository.js';

const lockConversation: Prepared = {
  name: 'lock-conversation',
  text: `SELECT ${conversationColumns} FROM conversation WHERE id = $1 FOR UPDATE`,
};

const readSession: Prepared = {
  name: 'read-session',
  text: `
    SELECT (SELECT public_id FROM activity WHERE conversation_id = $1 AND client_id = $2) AS "takenAs",
           (SELECT json_agg(json_build_object('id', id, 'kind', kind, 'partyIds', party_ids, 'claimId', claim_id,
                                              'confirmedPoint', confirmed_point, 'at', at))
              FROM evidence WHERE conversation_id = $1 AND ended_at IS NULL) AS evidence`,
};

type SessionRow = {
  readonly takenAs: string | null;
  readonly evidence: readonly (Omit<Evidence, 'at'> & { readonly at: string })[] | null;
};

/** What is known of a session before its message is read. */
export type SessionSoFar = { readonly takenAs: string | null; readonly evidence: readonly Evidence[] };

/** What `gather` goes by beside the conversation's own row. */
export type Gathering = {
  readonly inbound: InboundMessage;
  readonly evidence: readonly Evidence[];
  readonly now: Date;
};

/** Gathers what one turn may know. It reads about a person only after, and because, this session has proven her. */
@Injectable()
export class SceneRepository {
  constructor(
    private readonly vault: VaultService,
    private readonly challenges: ChallengesRepository,
    private readonly evidence: EvidenceRepository,
    private readonly logins: EidLoginsRepository,
    private readonly claims: ClaimsRepository,
    private readonly cases: CasesRepository,
    private readonly senders: MailSenderRepository,
    private readonly letters: WaitingLettersRepository,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Locks the conversation for this turn. */
  async lock(tx: EntityManager, conversationId: string): Promise<ConversationRow | null> {
    const [row] = await runPrepared<ConversationRow>(tx, lockConversation, [conversationId]);
    return row ?? null;
  }

  /** The session's proofs, and what the message was stored as when it has come before. */
  async session(tx: EntityManager, inbound: InboundMessage): Promise<SessionSoFar> {
    const [row] = await runPrepared<SessionRow>(tx, readSession, [inbound.conversationId, inbound.clientId]);
    return {
      takenAs: row?.takenAs ?? null,
      evidence: (row?.evidence ?? []).map((one) => ({ ...one, at: new Date(one.at) })),
    };
  }

  async gather(tx: EntityManager, row: ConversationRow, so: Gathering): Promise<Scene> {
    const { inbound, now } = so;
    const stored = await this.vault.show(row.state, { table: 'conversation', column: 'state', row: row.id });
    const { state, restarted } = readFlow(stored === null ? null : open(stored));
    const proof = row.channel === 'chat' ? await this.prove(tx, row.id, state, so) : null;
    const assurance = row.channel === 'chat' ? this.assurance(row, so.evidence, proof, now) : unproven;
    const threadId = await this.threadOf(tx, state, inbound);
    const known = await this.aboutHer(tx, assurance, threadId, state);
    const waitingLetters = proof === null ? [] : await this.lettersFor(tx, assurance, row.id);
    return {
      conversationId: row.id,
      channel: row.channel,
      threadRef: row.threadRef,
      language: row.language,
      owner: row.owner,
      canText: this.settings.sms !== 'none',
      canEid: this.settings.OIDC_ISSUER !== undefined,
      flow: state,
      restarted,
      firstTurn: row.lastSeq === 0,
      proof,
      assurance,
      assuranceBefore: row.level,
      threadId,
      ...known,
      lapsed: hasIdledOut(row.lastActivityAt, this.policy.assurance, now),
      waitingLetters,
      mail: inbound.mail === null ? null : await this.senders.soFar(tx, inbound.mail.from, now),
    };
  }

  private async prove(
    tx: EntityManager,
    conversationId: string,
    flow: FlowState,
    { inbound, evidence, now }: Gathering,
  ): Promise<Proof | null> {
    if (inbound.event?.name === 'eid') return this.proveByEid(tx, inbound.event.value, conversationId);
    const codeOpen = isCodeOpen(flow, evidence, this.policy.assurance, now);
    const typed = typedProof(open(inbound.text), flow, codeOpen);
    if (typed === null) return null;
    if (typed.kind === 'letter-code') return this.proveByLetter(tx, typed.typed, flow, now);
    const challenge = await this.challenges.latest(tx, conversationId);
    if (challenge === null) return { kind: 'no-open-code' };
    const session = { conversationId, key: this.settings.SKRANKE_INDEX_KEY, policy: this.policy.assurance };
    return {
      kind: 'code',
      sentTo: challenge.kind,
      verdict: tryCode(challenge, typed.typed, session, now),
      challengeId: challenge.id,
      partyIds: challenge.partyIds,
      confirmedPoint: challenge.confirmedPoint,
    };
  }

  private async proveByLetter(tx: EntityManager, typed: string, flow: FlowState, now: Date): Promise<Proof> {
    if (recent(flow.wrongLetterAt, now).length >= this.policy.assurance.letterCode.triesPerSessionHour)
      return { kind: 'letter', verdict: 'too-often' };
    const letter = await this.evidence.letterWith(
      tx,
      blindIndex('letter-code', typed, this.settings.SKRANKE_INDEX_KEY),
      purposes.proveIdentity,
      now,
    );
    return letter === null ? { kind: 'letter', verdict: 'wrong' } : { kind: 'letter', verdict: 'right', ...letter };
  }

  /** The person is proven before anything is read: by the issuer, to this very session (docs/decisions/0025). */
  private async proveByEid(tx: EntityManager, loginId: string, conversationId: string): Promise<Proof> {
    const login = await this.logins.tell(tx, loginId, conversationId, new Date());
    if (login === null) return { kind: 'eid', verdict: 'refused' };
    const { outcome: level, nationalIdIndex } = login;
    if (level !== 'substantial' && level !== 'high') return { kind: 'eid', verdict: level };
    if (nationalIdIndex === null) return { kind: 'eid', verdict: 'refused' };
    const person = await this.evidence.personWith(tx, nationalIdIndex, purposes.proveIdentity);
    if (person.held === 'not-for-her') return { kind: 'eid', verdict: 'refused' };
    return { kind: 'eid', verdict: 'right', level, partyIds: person.held === 'party' ? [person.partyId] : [] };
  }

  private assurance(row: ConversationRow, given: readonly Evidence[], proof: Proof | null, now: Date): Assurance {
    return assess({ given, fresh: evidenceOf(proof, now) }, row, this.policy.assurance, now);
  }

  /** The mail conversation this chat belongs to: by the page's link, or by a receipt typed in. */
  private async threadOf(tx: EntityManager, flow: FlowState, inbound: InboundMessage): Promise<string | null> {
    if (inbound.event?.name === 'thread') return this.threadWithRef(tx, inbound.event.value);
    const receipt = inbound.channel === 'chat' ? readReceipt(open(inbound.text)) : null;
    if (receipt !== null) return this.cases.threadOfReceipt(tx, receipt);
    return flow.thread !== null && !flow.thread.settled ? flow.thread.id : null;
  }

  private async threadWithRef(tx: EntityManager, ref: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `SELECT id FROM conversation WHERE thread_ref = $1 AND channel = 'mail'`,
      [ref],
    );
    return row?.id ?? null;
  }

  /** Asked for in the turn of a proof only: other turns have told them, or may not. */
  private async lettersFor(tx: EntityManager, assurance: Assurance, here: string): Promise<Scene['waitingLetters']> {
    const { partyId, level } = assurance;
    if (partyId === null || !reaches(level, 'substantial')) return [];
    return this.letters.of(tx, partyId, here, purposes.answerOwnQuestion);
  }

  private async aboutHer(
    tx: EntityManager,
    assurance: Assurance,
    threadId: string | null,
    flow: FlowState,
  ): Promise<Pick<Scene, 'claims' | 'ownCases' | 'threadCases'>> {
    if (assurance.partyId === null) return { claims: [], ownCases: [], threadCases: [] };
    const open = threadId !== null && flow.thread?.settled !== true;
    const claims = await this.claims.ofParty(tx, assurance.partyId, purposes.answerOwnQuestion);
    const own = await this.cases.ofParty(tx, assurance.partyId, purposes.answerOwnQuestion);
    const threadCases = open ? await this.cases.ofThread(tx, threadId) : [];
    return { claims, ownCases: own.map(ownCase), threadCases };
  }
}

/** The evidence a right proof adds, not yet stored. */
export const evidenceOf = (proof: Proof | null, now: Date): Evidence | null => {
  if (proof?.kind === 'code' && proof.verdict === 'right') {
    return {
      id: 'new',
      kind: proof.sentTo === 'email' ? 'mailbox-code' : 'phone-code',
      partyIds: proof.partyIds,
      claimId: null,
      confirmedPoint: proof.confirmedPoint,
      at: now,
    };
  }
  if (proof?.kind === 'letter' && proof.verdict === 'right') {
    return {
      id: 'new',
      kind: 'letter-code',
      partyIds: [proof.partyId],
      claimId: proof.claimId,
      confirmedPoint: true,
      at: now,
    };
  }
  if (proof?.kind === 'eid' && proof.verdict === 'right') {
    return {
      id: 'new',
      kind: proof.level === 'high' ? 'eid-high' : 'eid-substantial',
      partyIds: proof.partyIds,
      claimId: null,
      confirmedPoint: true,
      at: now,
    };
  }
  return null;
};

const ownCase = (row: OwnCaseRow): OwnCase => ({
  id: row.id,
  receipt: row.receipt,
  intent: row.intent,
  state: row.state,
  receivedOn: osloDayOf(row.receivedAt),
  answerBy: row.dueStrict ?? osloDayOf(row.deadlineAt),
});
