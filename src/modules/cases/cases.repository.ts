import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runPrepared, type Prepared } from '../database/prepared.service.js';
import { VaultService } from '../disclosure/vault.service.js';
import type { Purpose } from '../policy/purpose.js';
import type { CaseDraft, CaseIdentity } from './case-draft.js';

const casesOfParty: Prepared = {
  name: 'cases-of-party',
  text: `
    SELECT c.id, c.receipt, c.intent, c.state, c.received_at AS "receivedAt", c.deadline_at AS "deadlineAt",
           r.due_strict::text AS "dueStrict"
      FROM desk_case c JOIN party o ON o.id = c.party_id AND o.erased_at IS NULL AND (o.restricted_since IS NULL OR $2)
      LEFT JOIN request r ON r.id = c.request_id
     WHERE c.party_id = $1 AND c.settled_by IS DISTINCT FROM 'desk' ORDER BY c.received_at DESC LIMIT 20`,
};

/** Files cases and changes what became of them. The words of a case have a key of their own. */
@Injectable()
export class CasesRepository {
  constructor(private readonly vault: VaultService) {}

  /** Writes a case; filing the same business again changes nothing. @returns whether it is new */
  async file(tx: EntityManager, draft: CaseDraft): Promise<boolean> {
    const words = await this.vault.hide(
      draft.words,
      { kind: 'case', id: draft.id },
      { table: 'desk_case', column: 'words', row: draft.id },
    );
    const rows = await tx.query<{ id: string }[]>(
      `INSERT INTO desk_case (id, receipt, business_key, queue, intent, role, state, identity, request_id, party_id, claim_id,
         engagement_id, conversation_id, inbound_mail_id, language, words, deadline_at, received_at, settled_at, settled_by, ground)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
       ON CONFLICT (business_key) DO NOTHING RETURNING id`,
      [
        draft.id,
        draft.receipt,
        draft.businessKey,
        draft.queue,
        draft.intent,
        draft.role,
        draft.settledByDesk ? 'settled' : 'open',
        draft.identity,
        draft.request?.id ?? null,
        draft.partyId,
        draft.claimId,
        draft.engagementId,
        draft.conversationId,
        draft.inboundMailId,
        draft.language,
        words,
        draft.deadlineAt,
        draft.receivedAt,
        draft.settledByDesk ? draft.receivedAt : null,
        draft.settledByDesk ? 'desk' : null,
        draft.settledByDesk ? 'answered-by-desk' : null,
      ],
    );
    if (rows.length > 0) await tx.query(`SELECT pg_notify('desk_case', $1)`, [draft.id]);
    return rows.length > 0;
  }

  /** Takes cases back that nobody has settled yet. */
  async withdraw(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE desk_case SET state = 'withdrawn', version = version + 1 WHERE id = ANY($1) AND state IN ('open', 'claimed', 'waiting')`,
      [ids],
    );
  }

  /** Settles cases that the desk has answered itself and that no caseworker has taken on. */
  async settleByDesk(tx: EntityManager, ids: readonly string[], now: Date): Promise<void> {
    await tx.query(
      `UPDATE desk_case SET state = 'settled', settled_at = $2, settled_by = 'desk', ground = 'answered-by-desk', version = version + 1
        WHERE id = ANY($1) AND state IN ('open', 'waiting')`,
      [ids, now],
    );
  }

  /** Makes cases of a mail the proven person's own; their answers go to the chat she proved herself in. */
  async attach(
    tx: EntityManager,
    ids: readonly string[],
    by: { readonly partyId: string; readonly identity: string; readonly conversationId: string },
  ): Promise<void> {
    await tx.query(
      `UPDATE desk_case SET party_id = $2, identity = $3, conversation_id = $4, version = version + 1 WHERE id = ANY($1) AND party_id IS NULL AND state IN ('open', 'claimed', 'waiting')`,
      [ids, by.partyId, by.identity, by.conversationId],
    );
  }

  /**
   * Makes what was filed in this very session hers who has just proven herself in it; what is somebody else's by now
   * stays that. @returns the cases that became hers or whose level rose
   */
  async recognise(
    tx: EntityManager,
    by: {
      readonly partyId: string;
      readonly identity: 'low' | 'substantial' | 'high';
      readonly conversationId: string;
      readonly since: Date;
    },
  ): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `WITH hers AS (
         UPDATE desk_case SET party_id = $1, identity = $2, version = version + 1
          WHERE conversation_id = $3 AND received_at >= $4 AND state IN ('open', 'claimed', 'waiting')
            AND (party_id IS NULL OR party_id = $1) AND identity = ANY($5) RETURNING id)
       SELECT id FROM hers`,
      [by.partyId, by.identity, by.conversationId, by.since, lesserThan[by.identity]],
    );
    return rows.map(({ id }) => id);
  }

  async exists(tx: EntityManager, businessKey: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('SELECT 1 FROM desk_case WHERE business_key = $1', [businessKey]);
    return rows.length > 0;
  }

  /** An answer to this address is on its way and names every receipt it had not been told. */
  async markToldToSender(tx: EntityManager, senderIndex: Buffer): Promise<void> {
    await tx.query(
      'UPDATE desk_case SET told = true WHERE NOT told AND conversation_id IN (SELECT id FROM conversation WHERE sender_index = $1)',
      [senderIndex],
    );
  }

  /** The person's own cases, newest first. */
  async ofParty(tx: EntityManager, partyId: string, purpose: Purpose): Promise<readonly OwnCaseRow[]> {
    return runPrepared<OwnCaseRow>(tx, casesOfParty, [partyId, purpose.allowedWhileRestricted]);
  }

  /** What a mail thread asked for and nobody has taken on yet: id and kind only. */
  async ofThread(
    tx: EntityManager,
    conversationId: string,
  ): Promise<readonly { readonly id: string; readonly intent: string }[]> {
    return tx.query<{ id: string; intent: string }[]>(
      `SELECT id, intent FROM desk_case WHERE conversation_id = $1 AND party_id IS NULL AND state IN ('open', 'claimed', 'waiting') ORDER BY received_at, id`,
      [conversationId],
    );
  }

  /** Receipts of one mail sender that no answer has told her yet. */
  async untold(
    tx: EntityManager,
    senderIndex: Buffer,
  ): Promise<readonly { readonly id: string; readonly receipt: string }[]> {
    return tx.query<{ id: string; receipt: string }[]>(
      `SELECT c.id, c.receipt FROM desk_case c JOIN conversation v ON v.id = c.conversation_id
        WHERE v.sender_index = $1 AND NOT c.told ORDER BY c.received_at LIMIT 20`,
      [senderIndex],
    );
  }

  /** The conversation a receipt belongs to, when it came by mail. */
  async threadOfReceipt(tx: EntityManager, receipt: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `SELECT v.id FROM desk_case c JOIN conversation v ON v.id = c.conversation_id WHERE c.receipt = $1 AND v.channel = 'mail'`,
      [receipt],
    );
    return row?.id ?? null;
  }
}

/** The levels a proof raises a case from. */
const lesserThan: Readonly<Record<'low' | 'substantial' | 'high', readonly CaseIdentity[]>> = {
  low: ['pending'],
  substantial: ['pending', 'low'],
  high: ['pending', 'low', 'substantial'],
};

export type OwnCaseRow = {
  readonly id: string;
  readonly receipt: string;
  readonly intent: string;
  readonly state: 'open' | 'claimed' | 'waiting' | 'settled' | 'forwarded' | 'withdrawn';
  readonly receivedAt: Date;
  readonly deadlineAt: Date;
  readonly dueStrict: string | null;
};
