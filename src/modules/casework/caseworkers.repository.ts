import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caseworker } from './caseworker.js';

const columns = `id, name, roles, absent_since IS NOT NULL AS absent`;

/** Who sits at the desk. Who has left is not there: not as a colleague, not as a name to sign in with. */
@Injectable()
export class CaseworkersRepository {
  async all(tx: EntityManager): Promise<readonly Caseworker[]> {
    return tx.query<Caseworker[]>(`SELECT ${columns} FROM caseworker WHERE disabled_at IS NULL ORDER BY name, id`);
  }

  async clearing(tx: EntityManager, clearance: string): Promise<readonly Caseworker[]> {
    return tx.query<Caseworker[]>(
      `SELECT ${columns} FROM caseworker WHERE disabled_at IS NULL AND $1 = ANY(roles) ORDER BY name, id`,
      [clearance],
    );
  }

  async setAbsent(tx: EntityManager, id: string, since: Date | null): Promise<Caseworker | null> {
    const [row] = await tx.query<Caseworker[]>(
      `WITH changed AS (UPDATE caseworker SET absent_since = $2 WHERE id = $1 AND disabled_at IS NULL RETURNING *)
       SELECT ${columns} FROM changed`,
      [id, since],
    );
    return row ?? null;
  }
}
