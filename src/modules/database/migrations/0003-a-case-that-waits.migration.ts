import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why a case waits is a caseworker's own words and may speak of somebody: it is kept under seal. Since when it waits
 * is needed to see that the person has written again.
 */
export class ACaseThatWaits1764000000003 implements MigrationInterface {
  readonly name = 'ACaseThatWaits1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('What is under seal is not written out again; drop the database instead.'));
  }
}

const statements = [
  `ALTER TABLE desk_case DROP COLUMN wait_reason, ADD COLUMN wait_reason bytea, ADD COLUMN waiting_since timestamptz`,
  `CREATE INDEX desk_case_waiting ON desk_case (wait_until) WHERE state = 'waiting'`,
];
