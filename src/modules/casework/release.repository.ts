import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A case that was moved by time or absence. */
export type Moved = {
  readonly id: string;
  readonly partyId: string | null;
  readonly conversationId: string | null;
};

const away = `(SELECT id FROM caseworker WHERE absent_since IS NOT NULL OR disabled_at IS NOT NULL)`;
const moved = `id, party_id AS "partyId", conversation_id AS "conversationId"`;

/** Moves cases without anybody's hand: those that waited long enough, and those whose caseworker is not there. */
@Injectable()
export class ReleaseRepository {
  /**
   * Wakes what waited until now, and what waits while the person has written again. A proposal nobody looked at in
   * time goes back to who made it; who is not there gets nothing back.
   */
  async wake(tx: EntityManager, now: Date): Promise<readonly Moved[]> {
    return tx.query<Moved[]>(
      `WITH due AS (
         SELECT c.id FROM desk_case c
          WHERE c.state = 'waiting' AND (c.wait_until <= $1
             OR (NOT EXISTS (SELECT 1 FROM case_proposal p WHERE p.case_id = c.id AND p.approved_at IS NULL)
                 AND EXISTS (SELECT 1 FROM activity a WHERE a.conversation_id = c.conversation_id
                              AND a.direction = 'inbound' AND a.at > c.waiting_since)))
            FOR UPDATE OF c SKIP LOCKED),
       forgotten AS (DELETE FROM case_proposal p USING due WHERE p.case_id = due.id AND p.approved_at IS NULL),
       woken AS (
         UPDATE desk_case c SET wait_until = NULL, wait_reason = NULL, waiting_since = NULL, version = version + 1,
                state = CASE WHEN c.assignee IS NULL OR c.assignee IN ${away} THEN 'open' ELSE 'claimed' END,
                assignee = CASE WHEN c.assignee IN ${away} THEN NULL ELSE c.assignee END
           FROM due WHERE c.id = due.id RETURNING c.id, c.party_id, c.conversation_id)
       SELECT ${moved} FROM woken`,
      [now],
    );
  }

  /** Gives back to the queue what somebody holds who is absent or has left. */
  async giveBack(tx: EntityManager): Promise<readonly Moved[]> {
    return tx.query<Moved[]>(
      `WITH held AS (
         SELECT id FROM desk_case WHERE state = 'claimed' AND assignee IN ${away} FOR UPDATE SKIP LOCKED),
       freed AS (
         UPDATE desk_case c SET state = 'open', assignee = NULL, claimed_at = NULL, version = version + 1
           FROM held WHERE c.id = held.id RETURNING c.id, c.party_id, c.conversation_id)
       SELECT ${moved} FROM freed`,
    );
  }
}
