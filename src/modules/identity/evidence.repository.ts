import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Purpose } from '../policy/purpose.js';
import { newId } from '../database/new-id.service.js';
import type { Evidence } from './assess.js';

/** What the desk holds of a person who has proven her national id. */
export type EidPerson =
  | { readonly held: 'nothing' }
  | { readonly held: 'not-for-her' }
  | { readonly held: 'party'; readonly partyId: string };

/** The proofs given in a session, and the letter codes they may come from. */
@Injectable()
export class EvidenceRepository {
  async add(tx: EntityManager, conversationId: string, proof: Omit<Evidence, 'id'>): Promise<void> {
    await tx.query(
      `INSERT INTO evidence (id, conversation_id, kind, party_ids, claim_id, confirmed_point, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(proof.at), conversationId, proof.kind, proof.partyIds, proof.claimId, proof.confirmedPoint, proof.at],
    );
  }

  async ofSession(tx: EntityManager, conversationId: string): Promise<readonly Evidence[]> {
    return tx.query<Evidence[]>(
      `SELECT id, kind, party_ids AS "partyIds", claim_id AS "claimId", confirmed_point AS "confirmedPoint", at
         FROM evidence WHERE conversation_id = $1 AND ended_at IS NULL ORDER BY at`,
      [conversationId],
    );
  }

  async endSession(tx: EntityManager, conversationId: string, at: Date): Promise<void> {
    await tx.query('UPDATE evidence SET ended_at = $2 WHERE conversation_id = $1 AND ended_at IS NULL', [
      conversationId,
      at,
    ]);
  }

  /**
   * Who has this national id, found by its keyed hash. The erased have none any more. The dead do not log in: who does it
   * for them is told no more than that it cannot be used.
   */
  async personWith(tx: EntityManager, nationalIdIndex: Buffer, purpose: Purpose): Promise<EidPerson> {
    const [row] = await tx.query<{ id: string; deceased: boolean; shut: boolean }[]>(
      `SELECT id, deceased_on IS NOT NULL AS deceased, restricted_since IS NOT NULL AND NOT $2 AS shut
         FROM party WHERE national_id_index = $1 AND erased_at IS NULL`,
      [nationalIdIndex, purpose.allowedWhileRestricted],
    );
    if (row === undefined) return { held: 'nothing' };
    return row.deceased || row.shut ? { held: 'not-for-her' } : { held: 'party', partyId: row.id };
  }

  /** Whose letter a code was printed in, when it is still good; found by keyed hash, like a token. Those of the erased and the dead are as wrong as any. */
  async letterWith(
    tx: EntityManager,
    codeIndex: Buffer,
    purpose: Purpose,
    now: Date,
  ): Promise<{ readonly partyId: string; readonly claimId: string } | null> {
    const [row] = await tx.query<{ partyId: string; claimId: string }[]>(
      `SELECT l.party_id AS "partyId", l.claim_id AS "claimId" FROM letter_code l JOIN party p ON p.id = l.party_id
        WHERE l.code_index = $1 AND l.revoked_at IS NULL AND l.valid_from <= $2 AND (l.valid_until IS NULL OR l.valid_until > $2)
          AND p.erased_at IS NULL AND p.deceased_on IS NULL AND (p.restricted_since IS NULL OR $3)`,
      [codeIndex, now, purpose.allowedWhileRestricted],
    );
    return row ?? null;
  }
}
