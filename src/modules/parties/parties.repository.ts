import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Sealed } from '../disclosure/sealed.js';
import { VaultService } from '../disclosure/vault.service.js';
import type { Purpose } from '../policy/purpose.js';
import type { PartyName } from './party-name.js';

/** Where somebody can be reached with a code. */
export type ContactPoint = {
  readonly id: string;
  readonly partyId: string;
  readonly state: string;
  readonly language: 'nb' | 'nn' | 'en';
  readonly value: Sealed<string>;
};

const mostBearers = 20; // more names than that say nothing about anybody

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

  /** Nothing is sent to this point any more, whoever has it; @returns who had it in use. */
  async markBounced(
    tx: EntityManager,
    kind: 'email' | 'phone',
    valueIndex: Buffer,
    purpose: Purpose,
  ): Promise<readonly string[]> {
    const rows = await tx.query<{ partyId: string }[]>(
      `WITH bounced AS (
         UPDATE contact_point cp SET state = 'bounced' FROM party p
          WHERE p.id = cp.party_id AND cp.kind = $1 AND cp.value_index = $2 AND cp.state IN ('unconfirmed', 'confirmed')
            AND (p.restricted_since IS NULL OR $3) RETURNING cp.party_id)
       SELECT DISTINCT party_id AS "partyId" FROM bounced`,
      [kind, valueIndex, purpose.allowedWhileRestricted],
    );
    return rows.map(({ partyId }) => partyId);
  }

  /** How somebody is called, and in which language. */
  async nameOf(tx: EntityManager, partyId: string, purpose: Purpose): Promise<PartyName | null> {
    const [row] = await tx.query<{ language: PartyName['language']; name: Buffer | null }[]>(
      `SELECT language, name FROM party WHERE id = $1 AND erased_at IS NULL AND (restricted_since IS NULL OR $2)`,
      [partyId, purpose.allowedWhileRestricted],
    );
    if (row === undefined) return null;
    return { language: row.language, name: await this.shownName(row.name, partyId) };
  }

  /**
   * Who bears one of these last names, one person left out.
   * @param indexes  keyed hashes
   * @returns        the full names; a last name that more than twenty bear is only said to be common, by its hash in hex
   */
  async bearing(
    tx: EntityManager,
    indexes: readonly Buffer[],
    but: string | null,
    purpose: Purpose,
  ): Promise<{ readonly names: readonly Sealed<string>[]; readonly tooMany: readonly string[] }> {
    if (indexes.length === 0) return { names: [], tooMany: [] };
    const rows = await tx.query<{ id: string; name: Buffer | null; surname: string; bearers: number }[]>(
      `SELECT id, name, encode(surname_index, 'hex') AS surname, count(*) OVER (PARTITION BY surname_index)::int AS bearers
         FROM party WHERE surname_index = ANY($1::bytea[]) AND id IS DISTINCT FROM $2::uuid AND erased_at IS NULL
          AND (restricted_since IS NULL OR $3)`,
      [indexes, but, purpose.allowedWhileRestricted],
    );
    const few = rows.filter(({ bearers }) => bearers <= mostBearers);
    const names = await Promise.all(few.map(({ id, name }) => this.shownName(name, id)));
    return {
      names: names.flatMap((name) => name ?? []),
      tooMany: [...new Set(rows.filter(({ bearers }) => bearers > mostBearers).map(({ surname }) => surname))],
    };
  }

  private async shownName(name: Buffer | null, partyId: string): Promise<Sealed<string> | null> {
    return this.vault.show(name, { table: 'party', column: 'name', row: partyId });
  }
}
