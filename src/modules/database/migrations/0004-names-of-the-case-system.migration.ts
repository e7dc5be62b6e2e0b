import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the case system calls a person, a claim or a posting is as good as the case number itself: it is kept under seal
 * and found again by its keyed hash. Rows from before keep none; they are imported anew.
 */
export class NamesOfTheCaseSystem1764000000004 implements MigrationInterface {
  readonly name = 'NamesOfTheCaseSystem1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['party', 'claim', 'posting']) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN external_id`);
      await runner.query(
        `ALTER TABLE ${table} ADD COLUMN external_id bytea, ADD COLUMN external_index bytea CONSTRAINT ${table}_external UNIQUE`,
      );
    }
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('What is under seal is not written out again; drop the database instead.'));
  }
}
