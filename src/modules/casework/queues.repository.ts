import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { crisisQueue } from './allowed.js';
import type { StoredRow } from './case-row.js';
import type { Cursor } from './cursor.js';
import type { QueueCount } from './queue-state.js';

export const stageColumn = `CASE WHEN EXISTS (SELECT 1 FROM case_proposal p WHERE p.case_id = c.id AND p.approved_at IS NULL)
    AND c.state = 'waiting' THEN 'proposed' ELSE c.state END`;

export const rowColumns = `c.id, c.receipt, c.queue, c.intent, ${stageColumn} AS stage, c.role, c.identity, c.language,
  CASE WHEN v.channel IS NULL AND c.inbound_mail_id IS NOT NULL THEN 'mail' ELSE v.channel END AS channel,
  c.received_at AS "receivedAt", c.deadline_at AS "deadlineAt", c.assignee, w.name AS "assigneeName",
  c.wait_until AS "waitUntil", c.version`;

export const rowTables = `desk_case c LEFT JOIN conversation v ON v.id = c.conversation_id LEFT JOIN caseworker w ON w.id = c.assignee`;

const running = `('open', 'claimed', 'waiting')`;
const pageSize = 50;

/** What waits, and whose it is. Lists name nobody: who a case is about is read only when it is opened. */
@Injectable()
export class QueuesRepository {
  async counts(tx: EntityManager, queues: readonly string[], now: Date): Promise<ReadonlyMap<string, QueueCount>> {
    const rows = await tx.query<(QueueCount & { readonly queue: string })[]>(
      `SELECT queue, count(*) FILTER (WHERE state = 'open')::int AS open, count(*) FILTER (WHERE state = 'claimed')::int AS claimed,
              count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
              count(*) FILTER (WHERE deadline_at <= $2 AND (state = 'open' OR queue <> '${crisisQueue}'))::int AS overdue,
              min(deadline_at) FILTER (WHERE state = 'open' OR queue <> '${crisisQueue}') AS "nextDeadlineAt",
              min(received_at) AS "oldestReceivedAt"
         FROM desk_case WHERE state IN ${running} AND queue = ANY($1) GROUP BY queue`,
      [queues, now],
    );
    return new Map(rows.map(({ queue, ...count }) => [queue, count]));
  }

  async countHeldBy(tx: EntityManager, worker: string): Promise<number> {
    const [row] = await tx.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM desk_case WHERE assignee = $1 AND state IN ('claimed', 'waiting')`,
      [worker],
    );
    return row?.n ?? 0;
  }

  /** A page of the cases that have not ended, earliest deadline first, which is also overdue first. */
  async page(
    tx: EntityManager,
    of: { readonly queues: readonly string[]; readonly assignee: string | null },
    after: Cursor | null,
  ): Promise<{ readonly rows: readonly StoredRow[]; readonly next: Cursor | null }> {
    const rows = await tx.query<StoredRow[]>(
      `SELECT ${rowColumns} FROM ${rowTables}
        WHERE c.state IN ${running} AND c.queue = ANY($1) AND ($2::text IS NULL OR (c.assignee = $2 AND c.state <> 'open'))
          AND ($3::timestamptz IS NULL OR (c.deadline_at, c.id) > ($3, $4::uuid))
        ORDER BY c.deadline_at, c.id LIMIT ${String(pageSize + 1)}`,
      [of.queues, of.assignee, after?.deadlineAt ?? null, after?.id ?? null],
    );
    const shown = rows.slice(0, pageSize);
    return { rows: shown, next: rows.length > pageSize ? (shown.at(-1) ?? null) : null };
  }

  /** Takes the most urgent case nobody has; two who ask at once get two. @returns its id, null when nothing is free */
  async claimNext(tx: EntityManager, queue: string, worker: string, now: Date): Promise<Claimed | null> {
    const [row] = await tx.query<Claimed[]>(
      `WITH next AS (
         SELECT id FROM desk_case WHERE queue = $1 AND state = 'open' ORDER BY deadline_at, id LIMIT 1 FOR UPDATE SKIP LOCKED),
       claimed AS (
         UPDATE desk_case c SET state = 'claimed', assignee = $2, claimed_at = $3, version = version + 1
           FROM next WHERE c.id = next.id RETURNING c.id, c.party_id, c.conversation_id, c.request_id)
       SELECT claimed.id, claimed.party_id AS "partyId", claimed.conversation_id AS "conversationId",
              CASE WHEN r.state = 'received' THEN r.id END AS "requestId"
         FROM claimed LEFT JOIN request r ON r.id = claimed.request_id`,
      [queue, worker, now],
    );
    return row ?? null;
  }
}

/** `requestId` is set where the claim takes a right of the data subject up for the first time. */
export type Claimed = {
  readonly id: string;
  readonly partyId: string | null;
  readonly conversationId: string | null;
  readonly requestId: string | null;
};
