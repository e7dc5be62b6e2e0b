import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Her words name the decision of their turn too, so that a page can be told whether they may be read again. */
export class WordsAndTheirDecision1764000000009 implements MigrationInterface {
  readonly name = 'WordsAndTheirDecision1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE activity asked SET decision_id = answered.decision_id FROM activity answered
        WHERE answered.conversation_id = asked.conversation_id AND answered.reply_to_seq = asked.seq
          AND asked.direction = 'inbound' AND asked.decision_id IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE activity SET decision_id = NULL WHERE direction = 'inbound'`);
  }
}
