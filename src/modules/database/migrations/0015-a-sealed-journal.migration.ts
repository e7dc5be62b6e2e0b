import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The journal is sealed in batches: a leaf for every line, a signed head over all leaves so far.
 * The application adds to both and changes neither. Pruning after retention is done by a role that can do nothing else.
 */
export class ASealedJournal1764000000015 implements MigrationInterface {
  readonly name = 'ASealedJournal1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, prune, grants]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION prune_journal(timestamptz, timestamptz)');
    await runner.query('DROP TABLE journal_head, journal_leaf');
  }
}

const tables = [
  `CREATE TABLE journal_leaf (
     seq bigint PRIMARY KEY CHECK (seq >= 0),
     entry_id uuid NOT NULL UNIQUE,
     hash bytea NOT NULL CHECK (length(hash) = 32))`,
  `CREATE TABLE journal_head (
     size bigint PRIMARY KEY CHECK (size > 0),
     root bytea NOT NULL CHECK (length(root) = 32),
     at timestamptz NOT NULL,
     key text NOT NULL,
     signature bytea NOT NULL,
     peaks bytea NOT NULL)`,
  `GRANT SELECT, INSERT ON journal_leaf, journal_head TO skranke_app`,
];

/** Prunes from the oldest line on, stops at the first that is younger or still named by something, and says so in the journal. */
const prune = `
  CREATE FUNCTION prune_journal(before timestamptz, at timestamptz) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE first_kept bigint;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('skranke journal'));
    SELECT coalesce(min(l.seq), (SELECT coalesce(max(seq) + 1, 0) FROM journal_leaf)) INTO first_kept
      FROM journal_leaf l JOIN journal_entry e ON e.id = l.entry_id
     WHERE e.at >= before OR EXISTS (SELECT 1 FROM activity a WHERE a.decision_id = e.id)
        OR EXISTS (SELECT 1 FROM outgoing_message m WHERE m.decision_id = e.id);
    DELETE FROM journal_entry e USING journal_leaf l WHERE l.entry_id = e.id AND l.seq < first_kept;
    INSERT INTO journal_entry (id, at, actor_kind, action, purpose, decision)
    VALUES (gen_random_uuid(), prune_journal.at, 'job', 'prune', 'retention', jsonb_build_object('below', first_kept));
    RETURN first_kept;
  END $$`;

const grants = `
  DO $$ BEGIN
    REVOKE ALL ON FUNCTION prune_journal(timestamptz, timestamptz) FROM PUBLIC;
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'skranke_pruner') THEN
      GRANT USAGE ON SCHEMA public TO skranke_pruner;
      GRANT EXECUTE ON FUNCTION prune_journal(timestamptz, timestamptz) TO skranke_pruner;
    END IF;
  END $$`;
