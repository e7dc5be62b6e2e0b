/** What the database itself holds to: every column annotated, nothing personal in the clear, nothing unsaid, undone or sent undecided. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { loadColumns } from '../../src/modules/policy/load-policy.service.js';
import { annotate } from '../../src/modules/database/annotate.service.js';
import { freshDatabase, type FreshDatabase } from '../world/database.js';

type Column = {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly comment: string | null;
  readonly statistics: number | null;
};

let database: FreshDatabase;
let columns: readonly Column[];
const register = loadColumns('config');

const ask = async <T>(url: string, statement: string, values: readonly unknown[] = []): Promise<readonly T[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows as readonly T[];
  } finally {
    await client.end();
  }
};
const name = ({ table, column }: { readonly table: string; readonly column: string }): string => `${table}.${column}`;

beforeAll(async () => {
  database = await freshDatabase();
  columns = await ask<Column>(
    database.ownerUrl,
    `SELECT CASE n.nspname WHEN 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END AS table, a.attname AS column,
            format_type(a.atttypid, NULL) AS type, col_description(c.oid, a.attnum) AS comment, a.attstattarget AS statistics
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_%' AND c.relkind IN ('r', 'p', 'm', 'f')
        AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, 2`,
  );
});

afterAll(async () => database.drop());

describe('the register of columns [S11, S13, S36]', () => {
  it('names every column of every table, and none that is not there', () => {
    expect(columns.length).toBeGreaterThan(200);
    expect(columns.map(name).sort()).toEqual(register.map(name).sort());
  });

  it('stands beside every column in the database', () => {
    expect(
      columns
        .filter(({ comment }) => !/^category=\w+; source=[\w-]+; basis=[\w+-]+; keep=[\w+-]+$/.test(comment ?? ''))
        .map(name),
    ).toEqual([]);
  });

  it('is found wanting as soon as a column is added that it does not name', async () => {
    await ask(database.ownerUrl, 'ALTER TABLE party ADD COLUMN nickname text');
    const [row] = await ask<{ comment: string | null }>(
      database.ownerUrl,
      `SELECT col_description('party'::regclass, attnum) AS comment FROM pg_attribute WHERE attrelid = 'party'::regclass AND attname = 'nickname'`,
    );
    expect(row?.comment).toBeNull();
    await ask(database.ownerUrl, 'ALTER TABLE party DROP COLUMN nickname');
  });

  it('changes nothing when it is written a second time', async () => {
    expect(await annotate(database.ownerUrl, register)).toBe(0);
  });

  it('keeps no planner statistics of what is personal, so that nothing erased lives on in them', () => {
    const personal = new Set(register.filter((one) => one.personal).map(name));
    expect(columns.filter((column) => personal.has(name(column)) && column.statistics !== 0).map(name)).toEqual([]);
    expect(personal.size).toBeGreaterThan(80);
  });

  it('has who somebody is, how she is reached and what was said stand under seal or as a keyed hash', () => {
    const sealed = new Set(['identity', 'contact', 'economy', 'words', 'proof', 'secret']);
    const inTheClear = register.filter(({ category }) => sealed.has(category)).map(name);
    const texts = columns
      .filter((column) => inTheClear.includes(name(column)) && /^(text|character varying|date|jsonb)/.test(column.type))
      .map(name);
    expect(texts).toEqual([...told].sort());
  });
});

/** What is personal by its place and stands in the clear, with the reason. */
const told: readonly string[] = [
  'allowance.key', // a hash or a random name
  'caseworker_login.password_hash', // argon2id
  'challenge.kind', // mailbox or phone
  'contact_point.kind',
  'conversation.language',
  'conversation.level',
  'conversation.public_id', // 256 random bits: a name, not what it names
  'conversation.thread_ref',
  'activity.public_id',
  'desk_case.business_key', // a keyed hash
  'desk_case.identity', // how sure we were
  'desk_case.intent', // a word from our own list
  'desk_case.receipt', // random
  'dev_sent_letter.body', // demo mode only
  'dev_sent_letter.recipient',
  'dev_sent_letter.subject',
  'dev_sent_mail.envelope_from', // demo mode only
  'dev_sent_mail.envelope_to',
  'dev_sent_sms.body',
  'dev_sent_sms.recipient',
  'eid_login.outcome', // how a login ended
  'evidence.kind',
  'held_datum.category', // a word from our own list
  'outgoing_message.message_id', // random
  'party.deceased_on', // a search key of the nightly work
  'party.kind',
  'party.language',
  'request.right_kind', // a word from our own list
];

describe('the journal [ND13, I07]', () => {
  const entry = `INSERT INTO journal_entry (id, at, actor_kind, action, purpose) VALUES ($1, now(), 'desk', 'turn', 'answer-own-question')`;
  const id = '0197a0c4-0000-7000-8000-000000000001';

  it('takes a new line from the application, and no change of one', async () => {
    await ask(database.appUrl, entry, [id]);
    for (const change of [
      `UPDATE journal_entry SET action = 'nothing'`,
      `DELETE FROM journal_entry`,
      `TRUNCATE journal_entry CASCADE`,
      `INSERT INTO journal_entry (id, at, actor_kind, action, purpose) VALUES ('${id}', now(), 'desk', 'x', 'y') ON CONFLICT (id) DO UPDATE SET action = 'x'`,
      `ALTER TABLE journal_entry DISABLE TRIGGER ALL`,
      `SELECT * FROM journal_entry FOR UPDATE`,
    ])
      await expect(ask(database.appUrl, change)).rejects.toMatchObject({ code: '42501' });
    expect(await ask(database.ownerUrl, 'SELECT action FROM journal_entry')).toEqual([{ action: 'turn' }]);
  });

  it('is not touched by the role that keeps the keys', async () => {
    for (const statement of ['SELECT 1 FROM journal_entry', 'DELETE FROM journal_entry'])
      await expect(ask(database.keysUrl, statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('lets events of a request be added, never changed', async () => {
    for (const change of [`UPDATE request_event SET kind = 'x'`, 'DELETE FROM request_event'])
      await expect(ask(database.appUrl, change)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the application [lock 5]', () => {
  it.each([
    'CREATE TABLE mine (id integer)',
    'CREATE SCHEMA mine',
    'CREATE VIEW mine AS SELECT 1',
    `CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'`,
    'ALTER TABLE party ADD COLUMN mine text',
    'ALTER TABLE outgoing_message ALTER COLUMN decision_id DROP NOT NULL',
    'DROP TABLE allowance',
    'TRUNCATE party CASCADE',
    'CREATE INDEX mine ON party (id)',
    `COMMENT ON COLUMN party.name IS ''`,
    'ALTER TABLE party OWNER TO skranke_app',
    'SET ROLE skranke_owner',
    'CREATE EXTENSION pgcrypto',
    'SELECT * FROM keys.data_key',
  ])('may not: %s', async (statement) => {
    await expect(ask(database.appUrl, statement)).rejects.toMatchObject({ code: '42501' });
  });
});
