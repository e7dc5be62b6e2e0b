import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first schema: every room of the house, every personal column as ciphertext.
 *
 * Keys are UUIDv7 made by the application; whatever leaves the house is a random public id.
 * `bytea` columns named after a thing hold its ciphertext, those ending in `_index` its keyed hash.
 */
export class TheHouse1764000000001 implements MigrationInterface {
  readonly name = 'TheHouse1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      ...keys,
      ...parties,
      ...claims,
      ...conversations,
      ...mail,
      ...work,
      ...console_,
      ...grants,
    ]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('The first schema is not taken down; drop the database instead.'));
  }
}

const keys = [
  `CREATE SCHEMA keys`,
  `CREATE TABLE keys.data_key (
     id uuid PRIMARY KEY,
     owner_kind text NOT NULL,
     owner_id uuid NOT NULL,
     wrapped bytea NOT NULL,
     created_at timestamptz NOT NULL,
     UNIQUE (owner_kind, owner_id))`,
  `CREATE TABLE keys.data_key_subject (
     data_key_id uuid NOT NULL REFERENCES keys.data_key ON DELETE CASCADE,
     subject_id uuid NOT NULL,
     PRIMARY KEY (data_key_id, subject_id))`,
];

const parties = [
  `CREATE TABLE journal_entry (
     id uuid PRIMARY KEY,
     at timestamptz NOT NULL,
     actor_kind text NOT NULL CHECK (actor_kind IN ('desk', 'person', 'caseworker', 'job', 'operator', 'case-system')),
     actor_id text,
     action text NOT NULL,
     purpose text NOT NULL,
     party_id uuid,
     case_id uuid,
     conversation_id uuid,
     decision jsonb,
     detail bytea)`,
  `CREATE INDEX journal_entry_party ON journal_entry (party_id, at) WHERE party_id IS NOT NULL`,
  `CREATE INDEX journal_entry_case ON journal_entry (case_id, at) WHERE case_id IS NOT NULL`,
  `CREATE TABLE party (
     id uuid PRIMARY KEY,
     external_id text UNIQUE,
     kind text NOT NULL,
     name bytea,
     national_id bytea,
     birth_date bytea,
     address bytea,
     national_id_index bytea UNIQUE,
     surname_index bytea,
     street_postcode_index bytea,
     language text NOT NULL DEFAULT 'nb' CHECK (language IN ('nb', 'nn', 'en')),
     protected_address boolean NOT NULL DEFAULT false,
     restricted_since timestamptz,
     deceased_on date,
     erased_at timestamptz,
     source text NOT NULL,
     created_at timestamptz NOT NULL)`,
  `CREATE INDEX party_surname ON party (surname_index)`,
  `CREATE INDEX party_street_postcode ON party (street_postcode_index)`,
  `CREATE TABLE contact_point (
     id uuid PRIMARY KEY,
     party_id uuid NOT NULL REFERENCES party,
     kind text NOT NULL CHECK (kind IN ('email', 'phone')),
     value bytea,
     value_index bytea,
     provenance text NOT NULL CHECK (provenance IN ('creditor', 'registry', 'person', 'eid')),
     state text NOT NULL CHECK (state IN ('unconfirmed', 'confirmed', 'bounced', 'not-me', 'protected')),
     confirmed_at timestamptz,
     usable_from timestamptz,
     created_at timestamptz NOT NULL)`,
  `CREATE INDEX contact_point_value ON contact_point (kind, value_index)`,
  `CREATE INDEX contact_point_party ON contact_point (party_id)`,
  `CREATE TABLE held_datum (
     id uuid PRIMARY KEY,
     party_id uuid NOT NULL REFERENCES party,
     category text NOT NULL,
     body bytea,
     source text NOT NULL,
     collected_on date NOT NULL)`,
  `CREATE INDEX held_datum_party ON held_datum (party_id)`,
  `CREATE TABLE creditor (
     id uuid PRIMARY KEY,
     external_id text NOT NULL UNIQUE,
     name text NOT NULL,
     organisation_number text NOT NULL,
     deducts_vat boolean NOT NULL,
     interest_rules jsonb NOT NULL DEFAULT '{}')`,
  `CREATE TABLE engagement (
     id uuid PRIMARY KEY,
     external_id text NOT NULL UNIQUE,
     creditor_id uuid NOT NULL REFERENCES creditor,
     kind text NOT NULL CHECK (kind IN ('collection', 'invoice_follow_up', 'payment', 'integration', 'accounting')),
     role text NOT NULL CHECK (role IN ('controller', 'processor')),
     CHECK ((kind = 'collection') = (role = 'controller')))`,
];

const claims = [
  `CREATE TABLE claim (
     id uuid PRIMARY KEY,
     external_id text NOT NULL UNIQUE,
     engagement_id uuid NOT NULL REFERENCES engagement,
     case_number bytea,
     case_number_index bytea UNIQUE,
     invoice_number bytea,
     kid bytea,
     account_number text NOT NULL,
     principal_ore bigint NOT NULL CHECK (principal_ore >= 0),
     due_date date NOT NULL,
     delivered_on date,
     debtor_kind text NOT NULL CHECK (debtor_kind IN ('consumer', 'business')),
     status text NOT NULL CHECK (status IN ('open', 'paused', 'closed')),
     closed_on date,
     source text NOT NULL,
     created_at timestamptz NOT NULL)`,
  `CREATE TABLE claim_party (
     claim_id uuid NOT NULL REFERENCES claim,
     party_id uuid NOT NULL REFERENCES party,
     part text NOT NULL CHECK (part IN ('debtor', 'co-debtor', 'guarantor')),
     PRIMARY KEY (claim_id, party_id))`,
  `CREATE INDEX claim_party_party ON claim_party (party_id)`,
  `CREATE TABLE posting (
     id uuid PRIMARY KEY,
     external_id text NOT NULL UNIQUE,
     claim_id uuid NOT NULL REFERENCES claim,
     kind text NOT NULL CHECK (kind IN ('reminder', 'collectionNotice', 'paymentDemand', 'collectionFee', 'courtFee',
       'payment', 'credit', 'writeOff', 'disputed', 'disputeSettled')),
     on_date date NOT NULL,
     amount_ore bigint CHECK (amount_ore >= 0),
     applied_to text,
     source text NOT NULL)`,
  `CREATE INDEX posting_claim ON posting (claim_id, on_date)`,
  `CREATE TABLE letter_code (
     id uuid PRIMARY KEY,
     party_id uuid NOT NULL REFERENCES party,
     claim_id uuid NOT NULL REFERENCES claim,
     code_index bytea NOT NULL UNIQUE,
     valid_from timestamptz NOT NULL,
     valid_until timestamptz,
     revoked_at timestamptz)`,
];

const conversations = [
  `CREATE TABLE conversation (
     id uuid PRIMARY KEY,
     public_id text NOT NULL UNIQUE,
     channel text NOT NULL CHECK (channel IN ('chat', 'mail')),
     thread_ref text UNIQUE,
     sender bytea,
     sender_index bytea,
     language text CHECK (language IN ('nb', 'nn', 'en')),
     owner text NOT NULL DEFAULT 'bot' CHECK (owner IN ('bot', 'human', 'closed')),
     last_seq integer NOT NULL DEFAULT 0,
     state bytea,
     state_version integer NOT NULL DEFAULT 1,
     level text NOT NULL DEFAULT 'none' CHECK (level IN ('none', 'low', 'substantial', 'high')),
     token_epoch integer NOT NULL DEFAULT 1,
     epoch_changed_at timestamptz,
     epoch_refreshed boolean NOT NULL DEFAULT false,
     created_at timestamptz NOT NULL,
     last_activity_at timestamptz NOT NULL)`,
  `CREATE INDEX conversation_sender ON conversation (sender_index) WHERE sender_index IS NOT NULL`,
  `CREATE TABLE activity (
     conversation_id uuid NOT NULL REFERENCES conversation,
     seq integer NOT NULL CHECK (seq > 0),
     public_id text NOT NULL UNIQUE,
     direction text NOT NULL CHECK (direction IN ('inbound', 'outbound')),
     client_id text,
     reply_to_seq integer,
     body bytea,
     decision_id uuid REFERENCES journal_entry,
     mac bytea,
     author text NOT NULL CHECK (author IN ('person', 'desk', 'caseworker')),
     at timestamptz NOT NULL,
     PRIMARY KEY (conversation_id, seq),
     CHECK (direction = 'inbound' OR (decision_id IS NOT NULL AND mac IS NOT NULL)))`,
  `CREATE UNIQUE INDEX activity_client_id ON activity (conversation_id, client_id) WHERE client_id IS NOT NULL`,
  `CREATE TABLE challenge (
     id uuid PRIMARY KEY,
     conversation_id uuid NOT NULL REFERENCES conversation,
     purpose text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('email', 'phone')),
     target bytea,
     target_index bytea NOT NULL,
     code bytea,
     code_hash bytea NOT NULL,
     state text NOT NULL CHECK (state IN ('requested', 'sent', 'dropped', 'used', 'spent', 'replaced')),
     tries integer NOT NULL DEFAULT 0,
     party_ids uuid[] NOT NULL DEFAULT '{}',
     created_at timestamptz NOT NULL,
     accepted_at timestamptz,
     expires_at timestamptz NOT NULL)`,
  `CREATE INDEX challenge_requested ON challenge (created_at) WHERE state = 'requested'`,
  `CREATE INDEX challenge_conversation ON challenge (conversation_id, created_at)`,
  `CREATE TABLE evidence (
     id uuid PRIMARY KEY,
     conversation_id uuid NOT NULL REFERENCES conversation,
     kind text NOT NULL CHECK (kind IN ('mailbox-code', 'phone-code', 'letter-code', 'eid-substantial', 'eid-high')),
     party_ids uuid[] NOT NULL,
     claim_id uuid REFERENCES claim,
     confirmed_point boolean NOT NULL DEFAULT false,
     at timestamptz NOT NULL,
     ended_at timestamptz)`,
  `CREATE INDEX evidence_conversation ON evidence (conversation_id) WHERE ended_at IS NULL`,
];

const mail = [
  `CREATE TABLE mailbox_cursor (
     mailbox text PRIMARY KEY,
     uidvalidity bigint NOT NULL,
     uidnext bigint NOT NULL,
     unaccounted integer NOT NULL DEFAULT 0,
     reconciled_at timestamptz)`,
  `CREATE TABLE inbound_mail (
     id uuid PRIMARY KEY,
     mailbox text NOT NULL,
     uidvalidity bigint NOT NULL,
     uid bigint NOT NULL,
     received_at timestamptz NOT NULL,
     size integer NOT NULL,
     content_hash bytea NOT NULL,
     message_id_index bytea,
     raw bytea,
     state text NOT NULL CHECK (state IN ('stored', 'answered', 'filed', 'ignored', 'quarantined', 'unreadable', 'duplicate')),
     reason text,
     attempts integer NOT NULL DEFAULT 0,
     lease_until timestamptz,
     conversation_id uuid REFERENCES conversation,
     UNIQUE (mailbox, uidvalidity, uid))`,
  `CREATE INDEX inbound_mail_stored ON inbound_mail (received_at) WHERE state = 'stored'`,
  `CREATE INDEX inbound_mail_content ON inbound_mail (content_hash)`,
  `CREATE TABLE outgoing_message (
     id uuid PRIMARY KEY,
     decision_id uuid NOT NULL REFERENCES journal_entry,
     mac bytea NOT NULL,
     channel text NOT NULL CHECK (channel IN ('email', 'sms', 'letter')),
     kind text NOT NULL CHECK (kind IN ('code', 'neutral', 'crisis', 'answer', 'notice')),
     conversation_id uuid REFERENCES conversation,
     challenge_id uuid REFERENCES challenge,
     recipient bytea,
     recipient_index bytea NOT NULL,
     body bytea,
     message_id text NOT NULL UNIQUE,
     in_reply_to bytea,
     state text NOT NULL CHECK (state IN ('queued', 'sent', 'uncertain', 'failed', 'expired')),
     phase text,
     attempts integer NOT NULL DEFAULT 0,
     not_before timestamptz NOT NULL,
     lease_until timestamptz,
     expires_at timestamptz NOT NULL,
     created_at timestamptz NOT NULL,
     sent_at timestamptz)`,
  `CREATE INDEX outgoing_message_queued ON outgoing_message (not_before) WHERE state = 'queued'`,
  `CREATE INDEX outgoing_message_recipient ON outgoing_message (recipient_index, created_at)`,
];

const work = [
  `CREATE TABLE request (
     id uuid PRIMARY KEY,
     right_kind text NOT NULL,
     state text NOT NULL CHECK (state IN ('received', 'identity_pending', 'in_progress', 'extended', 'decided_granted',
       'decided_partial', 'decided_refused', 'delivered', 'closed', 'forwarded', 'withdrawn', 'unidentified_closed')),
     role text NOT NULL CHECK (role IN ('controller', 'processor', 'unknown')),
     party_id uuid REFERENCES party,
     engagement_id uuid REFERENCES engagement,
     received_at timestamptz NOT NULL,
     due_strict date NOT NULL,
     due_legal date NOT NULL,
     rule_version text NOT NULL)`,
  `CREATE INDEX request_party ON request (party_id) WHERE party_id IS NOT NULL`,
  `CREATE TABLE request_event (
     id uuid PRIMARY KEY,
     request_id uuid NOT NULL REFERENCES request,
     kind text NOT NULL,
     at timestamptz NOT NULL,
     actor_id text,
     reason text)`,
  `CREATE TABLE desk_case (
     id uuid PRIMARY KEY,
     receipt text NOT NULL UNIQUE,
     business_key text NOT NULL UNIQUE,
     queue text NOT NULL,
     intent text NOT NULL,
     role text NOT NULL CHECK (role IN ('controller', 'processor', 'unknown')),
     state text NOT NULL CHECK (state IN ('open', 'claimed', 'waiting', 'settled', 'forwarded', 'withdrawn')),
     identity text NOT NULL CHECK (identity IN ('pending', 'low', 'substantial', 'high', 'manual', 'caseworker')),
     request_id uuid REFERENCES request,
     party_id uuid REFERENCES party,
     claim_id uuid REFERENCES claim,
     engagement_id uuid REFERENCES engagement,
     conversation_id uuid REFERENCES conversation,
     inbound_mail_id uuid REFERENCES inbound_mail,
     language text NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
     words bytea,
     assignee text,
     claimed_at timestamptz,
     wait_until timestamptz,
     wait_reason text,
     deadline_at timestamptz NOT NULL,
     received_at timestamptz NOT NULL,
     settled_at timestamptz,
     settled_by text,
     ground text,
     told boolean NOT NULL DEFAULT false,
     version integer NOT NULL DEFAULT 1)`,
  `CREATE INDEX desk_case_queue ON desk_case (queue, deadline_at) WHERE state IN ('open', 'claimed', 'waiting')`,
  `CREATE INDEX desk_case_party ON desk_case (party_id) WHERE party_id IS NOT NULL`,
  `CREATE INDEX desk_case_conversation ON desk_case (conversation_id) WHERE conversation_id IS NOT NULL`,
  `CREATE TABLE case_note (
     id uuid PRIMARY KEY,
     case_id uuid NOT NULL REFERENCES desk_case,
     author text NOT NULL,
     at timestamptz NOT NULL,
     body bytea)`,
  `CREATE TABLE suppression (
     address_index bytea NOT NULL,
     since timestamptz NOT NULL,
     scope text NOT NULL CHECK (scope IN ('email', 'marketing')),
     PRIMARY KEY (address_index, scope))`,
];

const console_ = [
  `CREATE TABLE caseworker (
     id text PRIMARY KEY,
     name text NOT NULL,
     roles text[] NOT NULL,
     absent_since timestamptz,
     disabled_at timestamptz)`,
  `CREATE TABLE console_session (
     token_hash bytea PRIMARY KEY,
     caseworker_id text NOT NULL REFERENCES caseworker,
     created_at timestamptz NOT NULL,
     last_seen_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL)`,
  `CREATE TABLE recurring_run (
     name text PRIMARY KEY,
     last_run_at timestamptz NOT NULL)`,
  `CREATE TABLE desk_clock (
     id boolean PRIMARY KEY DEFAULT true CHECK (id),
     offset_ms bigint NOT NULL DEFAULT 0,
     asked integer NOT NULL DEFAULT 0,
     done integer NOT NULL DEFAULT 0)`,
  `INSERT INTO desk_clock DEFAULT VALUES`,
  `CREATE TABLE dev_sent_mail (
     id bigserial PRIMARY KEY,
     at timestamptz NOT NULL DEFAULT now(),
     envelope_from text,
     envelope_to text[] NOT NULL,
     raw bytea NOT NULL)`,
  `CREATE TABLE allowance (
     key varchar(255) PRIMARY KEY,
     points integer NOT NULL DEFAULT 0,
     expire bigint)`,
];

/** Personal columns keep no planner statistics: a deleted value would live on in them. */
const personalColumns: readonly (readonly [string, readonly string[]])[] = [
  ['party', ['national_id_index', 'surname_index', 'street_postcode_index']],
  ['contact_point', ['value_index']],
  ['conversation', ['sender_index']],
  ['claim', ['case_number_index']],
  ['challenge', ['target_index', 'code_hash']],
  ['inbound_mail', ['message_id_index']],
  ['outgoing_message', ['recipient_index']],
];

const statisticsOff = personalColumns.flatMap(([table, columns]) =>
  columns.map((column) => `ALTER TABLE ${table} ALTER COLUMN ${column} SET STATISTICS 0`),
);

const grants = [
  ...statisticsOff,
  `GRANT USAGE ON SCHEMA public TO skranke_app`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO skranke_app`,
  `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO skranke_app`,
  `REVOKE UPDATE, DELETE, TRUNCATE ON journal_entry FROM skranke_app`,
  `REVOKE UPDATE, DELETE ON request_event FROM skranke_app`,
  `REVOKE ALL ON SCHEMA keys FROM PUBLIC`,
  `GRANT USAGE ON SCHEMA keys TO skranke_keys`,
  `GRANT SELECT, INSERT, DELETE ON ALL TABLES IN SCHEMA keys TO skranke_keys`,
];
