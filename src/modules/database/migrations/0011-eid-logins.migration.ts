import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Logins with an electronic id that a conversation has begun: found by the keyed hash of their state, spent once, and
 * wiped of whom they proved when the conversation has heard of it. Nonce and PKCE verifier are not here: they come
 * from the browser's own cookie.
 */
export class EidLogins1764000000011 implements MigrationInterface {
  readonly name = 'EidLogins1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE eid_login');
  }
}

const statements = [
  `CREATE TABLE eid_login (
     id uuid PRIMARY KEY,
     conversation_id uuid NOT NULL REFERENCES conversation,
     state_index bytea NOT NULL UNIQUE,
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     spent_at timestamptz,
     outcome text CHECK (outcome IN ('substantial', 'high', 'refused', 'cancelled', 'unreachable')),
     national_id_index bytea,
     told_at timestamptz,
     CHECK ((national_id_index IS NULL) OR outcome IN ('substantial', 'high')))`,
  `CREATE INDEX eid_login_conversation ON eid_login (conversation_id)`,
  `ALTER TABLE eid_login ALTER COLUMN national_id_index SET STATISTICS 0`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON eid_login TO skranke_app`,
];
