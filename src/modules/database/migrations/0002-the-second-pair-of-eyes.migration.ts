import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What one caseworker proposes and another approves, and what no case may be: claimed by nobody, settled on no ground.
 * A proposal names two different people or it does not stand (I04).
 */
export class TheSecondPairOfEyes1764000000002 implements MigrationInterface {
  readonly name = 'TheSecondPairOfEyes1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Proposals are not taken down; drop the database instead.'));
  }
}

const statements = [
  `CREATE TABLE case_proposal (
     case_id uuid PRIMARY KEY REFERENCES desk_case,
     ground text NOT NULL,
     letter bytea,
     proposed_by text NOT NULL REFERENCES caseworker,
     proposed_at timestamptz NOT NULL,
     approved_by text REFERENCES caseworker,
     approved_at timestamptz,
     CHECK (approved_by <> proposed_by),
     CHECK ((approved_by IS NULL) = (approved_at IS NULL)))`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON case_proposal TO skranke_app`,
  `ALTER TABLE desk_case ADD CONSTRAINT desk_case_claimed_by_somebody CHECK (state <> 'claimed' OR assignee IS NOT NULL)`,
  `ALTER TABLE desk_case ADD CONSTRAINT desk_case_settled_on_a_ground
     CHECK (state NOT IN ('settled', 'forwarded') OR (ground IS NOT NULL AND settled_at IS NOT NULL AND settled_by IS NOT NULL))`,
  `CREATE INDEX case_note_case ON case_note (case_id, at)`,
  `CREATE INDEX desk_case_assignee ON desk_case (assignee) WHERE state IN ('claimed', 'waiting')`,
  `CREATE INDEX desk_case_mail ON desk_case (inbound_mail_id) WHERE inbound_mail_id IS NOT NULL`,
  `CREATE INDEX desk_case_desk ON desk_case (settled_at) WHERE settled_by = 'desk'`,
];
