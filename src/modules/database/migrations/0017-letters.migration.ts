import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters of the demo: what its postman got. */
export class Letters1764000000017 implements MigrationInterface {
  readonly name = 'Letters1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dev_sent_letter');
  }
}

const statements = [
  `CREATE TABLE dev_sent_letter (
     id bigserial PRIMARY KEY,
     at timestamptz NOT NULL,
     recipient text NOT NULL,
     subject text NOT NULL,
     body text NOT NULL,
     pdf bytea NOT NULL)`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON dev_sent_letter TO skranke_app`,
  `GRANT USAGE ON SEQUENCE dev_sent_letter_id_seq TO skranke_app`,
];
