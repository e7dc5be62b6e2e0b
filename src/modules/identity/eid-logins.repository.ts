import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../database/new-id.service.js';

/** How a login ended: what it proved, or why it proved nothing. */
export type EidOutcome = 'substantial' | 'high' | 'refused' | 'cancelled' | 'unreachable';

/** @property nationalIdIndex  keyed hash of the national id; null where nothing was proven */
export type EidResult = { readonly outcome: EidOutcome; readonly nationalIdIndex: Buffer | null };

/** A login on its way. @property stateIndex  keyed hash of the state that goes through the browser */
export type EidLogin = { readonly conversationId: string; readonly stateIndex: Buffer };

/** Logins with an electronic id, from their start until the conversation has heard of them. Times are wall time. */
@Injectable()
export class EidLoginsRepository {
  /** @returns the login's id; what nobody came back for within a day is removed on the way */
  async begin(tx: EntityManager, login: EidLogin, at: Date, expiresAt: Date): Promise<string> {
    const id = newId(at);
    await tx.query(`DELETE FROM eid_login WHERE conversation_id = $1 AND expires_at < $2`, [login.conversationId, at]);
    await tx.query(
      `INSERT INTO eid_login (id, conversation_id, state_index, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [id, login.conversationId, login.stateIndex, at, expiresAt],
    );
    return id;
  }

  /** Takes a login that comes back, once: before anything is asked of the issuer. @returns null for any other */
  async spend(
    tx: EntityManager,
    stateIndex: Buffer,
    at: Date,
  ): Promise<{ readonly id: string; readonly conversationId: string } | null> {
    const [rows] = await tx.query<{ id: string; conversationId: string }[][]>(
      `UPDATE eid_login SET spent_at = $2 WHERE state_index = $1 AND spent_at IS NULL AND expires_at > $2
       RETURNING id, conversation_id AS "conversationId"`,
      [stateIndex, at],
    );
    return rows?.[0] ?? null;
  }

  async settle(tx: EntityManager, id: string, { outcome, nationalIdIndex }: EidResult): Promise<void> {
    await tx.query(
      `UPDATE eid_login SET outcome = $2, national_id_index = $3
        WHERE id = $1 AND spent_at IS NOT NULL AND outcome IS NULL`,
      [id, outcome, nationalIdIndex],
    );
  }

  /** What a login of this very conversation came to; each is heard once, and wiped of whom it proved. */
  async tell(tx: EntityManager, id: string, conversationId: string, at: Date): Promise<EidResult | null> {
    const [row] = await tx.query<EidResult[]>(
      `SELECT outcome, national_id_index AS "nationalIdIndex" FROM eid_login
        WHERE id = $1 AND conversation_id = $2 AND told_at IS NULL AND outcome IS NOT NULL FOR UPDATE`,
      [id, conversationId],
    );
    if (row === undefined) return null;
    await tx.query('UPDATE eid_login SET told_at = $2, national_id_index = NULL WHERE id = $1', [id, at]);
    return row;
  }
}
