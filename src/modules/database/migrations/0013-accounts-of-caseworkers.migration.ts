import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a caseworker proves who she is where no other login is set up: a password and an authenticator. The operator
 * opens the account with a code that works once; neither the code nor the password is kept.
 */
export class AccountsOfCaseworkers1764000000013 implements MigrationInterface {
  readonly name = 'AccountsOfCaseworkers1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE caseworker_login (
         caseworker_id text PRIMARY KEY REFERENCES caseworker,
         key_owner uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
         sign_in_name text NOT NULL UNIQUE,
         password_hash text,
         totp_secret bytea,
         totp_step bigint NOT NULL DEFAULT 0,
         recovery_hashes bytea[] NOT NULL DEFAULT '{}',
         enrolment_hash bytea UNIQUE,
         enrolment_expires_at timestamptz,
         enrolled_at timestamptz)`,
    );
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON caseworker_login TO skranke_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE caseworker_login');
  }
}
