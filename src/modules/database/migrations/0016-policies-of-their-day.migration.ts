import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules of disclosure as they stood, once a version: what was told is decided again by the rules of its day. */
export class PoliciesOfTheirDay1764000000016 implements MigrationInterface {
  readonly name = 'PoliciesOfTheirDay1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE policy_version (version text PRIMARY KEY, rules text NOT NULL, since timestamptz NOT NULL)`,
    );
    await runner.query('GRANT SELECT, INSERT ON policy_version TO skranke_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE policy_version');
  }
}
