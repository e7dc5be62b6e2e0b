import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A caseworker's answer that the person has not written after follows her to her next session, once. */
export class LettersThatWait1764000000005 implements MigrationInterface {
  readonly name = 'LettersThatWait1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE activity ADD COLUMN told_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE activity DROP COLUMN told_at');
  }
}
