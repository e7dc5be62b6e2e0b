import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many codes went to one address or number in the last hour and day is asked before each of them. */
export class CodesByTarget1764000000008 implements MigrationInterface {
  readonly name = 'CodesByTarget1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX challenge_target ON challenge (target_index, created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX challenge_target');
  }
}
