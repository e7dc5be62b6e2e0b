import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../database/new-id.service.js';

/** A right of the data subject as it is opened: its legal clock runs from receipt, proven or not. */
export type RequestOpening = {
  readonly id: string;
  readonly right: string;
  readonly role: 'controller' | 'processor' | 'unknown';
  readonly partyId: string | null;
  readonly engagementId: string | null;
  readonly receivedAt: Date;
  readonly dueStrict: string;
  readonly dueLegal: string;
  readonly ruleVersion: string;
};

/** Requests and the events their clock is computed from; events are only ever added. */
@Injectable()
export class RequestsRepository {
  async open(tx: EntityManager, opening: RequestOpening): Promise<void> {
    await tx.query(
      `INSERT INTO request (id, right_kind, state, role, party_id, engagement_id, received_at, due_strict, due_legal, rule_version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
      [
        opening.id,
        opening.right,
        opening.partyId === null ? 'identity_pending' : 'received',
        opening.role,
        opening.partyId,
        opening.engagementId,
        opening.receivedAt,
        opening.dueStrict,
        opening.dueLegal,
        opening.ruleVersion,
      ],
    );
    await this.note(tx, opening.id, { kind: 'received', at: opening.receivedAt, actorId: null, reason: null });
  }

  async note(
    tx: EntityManager,
    requestId: string,
    event: { kind: string; at: Date; actorId: string | null; reason: string | null },
  ): Promise<void> {
    await tx.query(
      'INSERT INTO request_event (id, request_id, kind, at, actor_id, reason) VALUES ($1, $2, $3, $4, $5, $6)',
      [newId(event.at), requestId, event.kind, event.at, event.actorId, event.reason],
    );
  }

  /** A caseworker has taken the request up or decided it; the event goes on record with the change. */
  async move(
    tx: EntityManager,
    requestId: string,
    to: {
      readonly state: string;
      readonly event: string;
      readonly at: Date;
      readonly actorId: string;
      readonly reason: string | null;
    },
  ): Promise<void> {
    await tx.query('UPDATE request SET state = $2 WHERE id = $1', [requestId, to.state]);
    await this.note(tx, requestId, { kind: to.event, at: to.at, actorId: to.actorId, reason: to.reason });
  }

  /** The person has proven who she is: the requests of these cases are hers. */
  async identify(tx: EntityManager, caseIds: readonly string[], partyId: string): Promise<void> {
    await tx.query(
      `UPDATE request SET party_id = $2, state = 'received' WHERE state = 'identity_pending'
          AND id IN (SELECT request_id FROM desk_case WHERE id = ANY($1) AND request_id IS NOT NULL)`,
      [caseIds, partyId],
    );
  }

  async withdraw(tx: EntityManager, caseIds: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE request SET state = 'withdrawn' WHERE state IN ('received', 'identity_pending', 'in_progress', 'extended')
          AND id IN (SELECT request_id FROM desk_case WHERE id = ANY($1) AND request_id IS NOT NULL)`,
      [caseIds],
    );
  }
}
