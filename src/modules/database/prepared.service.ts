import type { EntityManager } from 'typeorm';
import type { PoolClient } from 'pg';

/** A statement that is asked often enough to be planned once a connection. Its text never changes. */
export type Prepared = { readonly name: string; readonly text: string };

/**
 * Runs a statement that is planned once a connection, in the caller's transaction.
 * @param tx         of a running transaction; a manager without one asks the pool, and plans anew
 * @param statement  parameters as $1, $2 …; the name is unique in the house
 */
export const runPrepared = async <T>(
  tx: EntityManager,
  statement: Prepared,
  values: readonly unknown[],
): Promise<readonly T[]> => {
  if (tx.queryRunner === undefined) return tx.query<T[]>(statement.text, [...values]);
  const client = (await tx.queryRunner.connect()) as PoolClient;
  const { rows } = await client.query<T & object>({ ...statement, values: [...values] });
  return rows;
};
