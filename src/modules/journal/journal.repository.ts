import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../database/new-id.service.js';
import type { JournalEntry, JournalLine } from './journal-entry.js';

/** The append-only record of what was decided, told, done and read. The application's role can add rows, nothing else. */
@Injectable()
export class JournalRepository {
  /** Adds one entry in the caller's transaction; @returns its id, which an outgoing message must name. */
  async record(tx: EntityManager, entry: JournalEntry): Promise<string> {
    const id = newId(entry.at);
    await tx.query(
      `INSERT INTO journal_entry (id, at, actor_kind, actor_id, action, purpose, party_id, case_id, conversation_id, decision)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        entry.at,
        entry.actor.kind,
        entry.actor.id,
        entry.action,
        entry.purpose,
        entry.partyId,
        entry.caseId,
        entry.conversationId,
        entry.decision,
      ],
    );
    return id;
  }

  /** The lines on one case, newest first. */
  async ofCase(tx: EntityManager, caseId: string, most: number): Promise<readonly JournalLine[]> {
    return tx.query<JournalLine[]>(
      `SELECT j.at, j.actor_kind AS "actorKind", w.name AS "actorName", j.action, j.purpose
         FROM journal_entry j LEFT JOIN caseworker w ON j.actor_kind = 'caseworker' AND w.id = j.actor_id
        WHERE j.case_id = $1 ORDER BY j.at DESC, j.id DESC LIMIT $2`,
      [caseId, most],
    );
  }
}
