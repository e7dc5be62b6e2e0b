import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Sealed } from '../disclosure/sealed.js';
import { VaultService } from '../disclosure/vault.service.js';
import type { Purpose } from '../policy/purpose.js';

/** Where somebody can be reached with a code. */
export type ContactPoint = {
  readonly id: string;
  readonly partyId: string;
  readonly state: string;
  readonly language: 'nb' | 'nn' | 'en';
  readonly value: Sealed<string>;
};

/** Reads people and their contact points, for a stated purpose. A person is not an account. */
@Injectable()
export class PartiesRepository {
  constructor(private readonly vault: VaultService) {}

  /** Everybody who has this address or number on file and may be sent something there. */
  async reachableBy(
    tx: EntityManager,
    kind: 'email' | 'phone',
    valueIndex: Buffer,
    purpose: Purpose,
    now: Date,
  ): Promise<readonly ContactPoint[]> {
    const rows = await tx.query<(Omit<ContactPoint, 'value'> & { value: Buffer | null })[]>(
      `SELECT cp.id, cp.party_id AS "partyId", cp.state, p.language, cp.value
         FROM contact_point cp JOIN party p ON p.id = cp.party_id
        WHERE cp.kind = $1 AND cp.value_index = $2 AND cp.state IN ('unconfirmed', 'confirmed')
          AND (cp.usable_from IS NULL OR cp.usable_from <= $4)
          AND p.erased_at IS NULL AND p.deceased_on IS NULL AND (p.restricted_since IS NULL OR $3)
        ORDER BY cp.id`,
      [kind, valueIndex, purpose.allowedWhileRestricted, now],
    );
    const shown = await Promise.all(
      rows.map(async (row) => ({
        ...row,
        value: await this.vault.show(row.value, { table: 'contact_point', column: 'value', row: row.id }),
      })),
    );
    return shown.flatMap(({ value, ...point }) => (value === null ? [] : [{ ...point, value }]));
  }
}
