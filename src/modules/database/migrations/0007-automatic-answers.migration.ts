import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Before each automatic answer the desk counts how many went out within the hour. */
export class AutomaticAnswers1764000000007 implements MigrationInterface {
  readonly name = 'AutomaticAnswers1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX outgoing_message_neutral ON outgoing_message (created_at) WHERE kind = 'neutral'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outgoing_message_neutral');
  }
}
