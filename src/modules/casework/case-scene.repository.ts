import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Sealed } from '../disclosure/sealed.js';
import { VaultService } from '../disclosure/vault.service.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { SkrankeError } from '../values/errors.js';
import { isUuid } from '../values/ids.js';
import type { CaseConversation, CaseScene, MailThread, Proposal } from './case-scene.js';
import { clears, type Caseworker } from './caseworker.js';
import { stageColumn } from './queues.repository.js';

type LockedCase = Omit<CaseScene, 'queue' | 'request' | 'proposal' | 'conversation' | 'cameBy'> & {
  readonly queue: string;
  readonly conversationId: string | null;
  readonly requestId: string | null;
  readonly right: string | null;
  readonly requestState: string | null;
  readonly ground: string | null;
  readonly letter: Buffer | null;
  readonly by: string | null;
  readonly byName: string | null;
};

type ConversationRow = {
  readonly id: string;
  readonly channel: 'chat' | 'mail';
  readonly owner: CaseConversation['owner'];
  readonly lastSeq: number;
  readonly threadRef: string | null;
  readonly sender: Buffer | null;
  readonly silenced: boolean;
  readonly shared: boolean;
};

const conversationColumns = `v.id, v.channel, v.owner, v.last_seq AS "lastSeq", v.thread_ref AS "threadRef", v.sender,
  EXISTS (SELECT 1 FROM suppression s WHERE s.address_index = v.sender_index AND s.scope = 'email') AS silenced,
  EXISTS (SELECT 1 FROM desk_case o WHERE o.conversation_id = v.id AND o.id <> $1 AND o.state IN ('claimed', 'waiting')) AS shared`;

type How = '' | 'FOR UPDATE';

const tries = 3; // a case moves to another conversation once, when its mail is confirmed in a chat

/** Gathers a case under lock. A conversation is locked before its case, in the order a turn of the person takes them. */
@Injectable()
export class CaseSceneRepository {
  constructor(
    private readonly vault: VaultService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  /** The case as it stands, to be looked at. @returns null where there is no such case for this caseworker (I01) */
  async find(tx: EntityManager, id: string, worker: Caseworker): Promise<CaseScene | null> {
    return this.gather(tx, id, worker, '');
  }

  /** The same under lock, to be changed. @param answers  Message-ID of the mail it came by, where there is one */
  async lock(
    tx: EntityManager,
    id: string,
    worker: Caseworker,
    answers: Sealed<string> | null,
  ): Promise<CaseScene | null> {
    const scene = await this.gather(tx, id, worker, 'FOR UPDATE');
    return scene === null ? null : answering(scene, answers);
  }

  private async gather(tx: EntityManager, id: string, worker: Caseworker, how: How): Promise<CaseScene | null> {
    if (!isUuid(id)) return null;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const conversation = await this.conversationOf(tx, id, how);
      const row = await this.caseWith(tx, id, how);
      if (row === null) return null;
      const queue = this.policy.queues.find((one) => one.id === row.queue);
      if (queue === undefined || !clears(worker, queue)) return null;
      if (row.conversationId === (conversation?.id ?? null)) return this.sceneOf(tx, { ...row, queue }, conversation);
    }
    throw new SkrankeError('SKR_CONFLICT', 'a case that keeps moving');
  }

  private async conversationOf(tx: EntityManager, id: string, how: How): Promise<ConversationRow | null> {
    const [row] = await tx.query<ConversationRow[]>(
      `SELECT ${conversationColumns} FROM conversation v
        WHERE v.id = (SELECT conversation_id FROM desk_case WHERE id = $1) ${how}`,
      [id],
    );
    return row ?? null;
  }

  private async caseWith(tx: EntityManager, id: string, how: How): Promise<LockedCase | null> {
    const [row] = await tx.query<LockedCase[]>(
      `SELECT c.id, c.receipt, c.queue, c.intent, c.role, ${stageColumn} AS stage, c.identity, c.party_id AS "partyId", c.language,
              c.assignee, c.version, c.conversation_id AS "conversationId", r.id AS "requestId", r.right_kind AS "right",
              r.state AS "requestState", p.ground, p.letter, p.proposed_by AS "by", w.name AS "byName"
         FROM desk_case c LEFT JOIN request r ON r.id = c.request_id
         LEFT JOIN case_proposal p ON p.case_id = c.id AND p.approved_at IS NULL
         LEFT JOIN caseworker w ON w.id = p.proposed_by
        WHERE c.id = $1 ${how === '' ? '' : `${how} OF c`}`,
      [id],
    );
    return row ?? null;
  }

  private async sceneOf(
    tx: EntityManager,
    row: Omit<LockedCase, 'queue'> & Pick<CaseScene, 'queue'>,
    conversation: ConversationRow | null,
  ): Promise<CaseScene> {
    const { conversationId: _, requestId, right, requestState, ground, letter, by, byName, ...own } = row;
    return {
      ...own,
      request: requestId === null ? null : { id: requestId, right: right ?? '', state: requestState ?? '' },
      proposal: ground === null || by === null ? null : await this.proposal(row.id, { ground, letter, by, byName }),
      conversation: conversation === null ? null : await this.conversation(conversation),
      cameBy: conversation?.channel === 'chat' ? await this.cameBy(tx, row.id) : null,
    };
  }

  private async proposal(
    caseId: string,
    row: {
      readonly ground: string;
      readonly letter: Buffer | null;
      readonly by: string;
      readonly byName: string | null;
    },
  ): Promise<Proposal> {
    const letter = await this.vault.show(row.letter, { table: 'case_proposal', column: 'letter', row: caseId });
    return { ground: row.ground, letter, by: { id: row.by, name: row.byName ?? row.by } };
  }

  private async conversation(row: ConversationRow): Promise<CaseConversation> {
    const { id, channel, owner, lastSeq, shared } = row;
    return { id, channel, owner, lastSeq, shared, thread: channel === 'mail' ? await this.thread(row) : null };
  }

  /** The mail it came by, where its answers now go to a chat. */
  private async cameBy(tx: EntityManager, caseId: string): Promise<MailThread | null> {
    const [row] = await tx.query<ConversationRow[]>(
      `SELECT ${conversationColumns} FROM conversation v JOIN inbound_mail m ON m.conversation_id = v.id
         JOIN desk_case c ON c.inbound_mail_id = m.id WHERE c.id = $1 AND v.channel = 'mail'`,
      [caseId],
    );
    return row === undefined ? null : this.thread(row);
  }

  private async thread(row: ConversationRow): Promise<MailThread | null> {
    if (row.silenced) return null;
    const sender = await this.vault.show(row.sender, { table: 'conversation', column: 'sender', row: row.id });
    return sender === null ? null : { conversationId: row.id, threadRef: row.threadRef, sender, answers: null };
  }
}

const answering = (scene: CaseScene, answers: Sealed<string> | null): CaseScene => {
  const { conversation, cameBy } = scene;
  const named = (thread: MailThread | null): MailThread | null => (thread === null ? null : { ...thread, answers });
  return {
    ...scene,
    conversation: conversation === null ? null : { ...conversation, thread: named(conversation.thread) },
    cameBy: named(cameBy),
  };
};
