import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Codes by SMS: whether the point a code went to had been confirmed, as the worker found it; what the demo's phones
 * got; and the delivery reports of the SMS provider, kept until the worker has read them, and a little longer so that
 * one is not taken twice.
 */
export class CodesBySms1764000000006 implements MigrationInterface {
  readonly name = 'CodesBySms1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undone) await runner.query(statement);
  }
}

const statements = [
  `ALTER TABLE challenge ADD COLUMN confirmed_point boolean NOT NULL DEFAULT false`,
  `CREATE TABLE dev_sent_sms (
     id bigserial PRIMARY KEY,
     at timestamptz NOT NULL,
     recipient text NOT NULL,
     body text NOT NULL)`,
  `CREATE TABLE sms_report (
     mac bytea PRIMARY KEY,
     message_uuid uuid,
     received_at timestamptz NOT NULL,
     read_at timestamptz)`,
  `CREATE INDEX sms_report_unread ON sms_report (received_at) WHERE read_at IS NULL`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON dev_sent_sms, sms_report TO skranke_app`,
  `GRANT USAGE ON SEQUENCE dev_sent_sms_id_seq TO skranke_app`,
];

const undone = [
  `DROP TABLE sms_report`,
  `DROP TABLE dev_sent_sms`,
  `ALTER TABLE challenge DROP COLUMN confirmed_point`,
];
