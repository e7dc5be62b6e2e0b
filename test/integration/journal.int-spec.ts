/** The journal on a real Postgres: sealed in batches, added to and never changed, pruned by a role of its own. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { newDataSource } from '../../src/modules/database/data-source.service.js';
import { SealJournalJob } from '../../src/modules/journal/seal-journal.job.js';
import { SealingRepository } from '../../src/modules/journal/sealing.repository.js';
import {
  exportEntry,
  exportHeads,
  publicKeyOf,
  verifyJournal,
} from '../../src/modules/tool/journal-command.service.js';
import { testCluster } from '../world/test-cluster.js';
import { freshDatabase, type FreshDatabase } from '../world/database.js';
import { settingsFor } from '../world/inner-desk.js';

const seed = Buffer.alloc(32, 9);
const day = (n: number): Date => new Date(Date.UTC(2020, 0, n));

let database: FreshDatabase;
let source: DataSource;
let folder: string;
let job: SealJournalJob;

const write = async (count: number, at: Date): Promise<void> => {
  for (let n = 0; n < count; n += 1)
    await source.query(
      `INSERT INTO journal_entry (id, at, actor_kind, action, purpose, decision, detail)
       VALUES (gen_random_uuid(), $1, 'desk', 'turn', 'answer-own-question', $2, $3)`,
      [at, { channel: 'chat', n }, Buffer.from('sealed')],
    );
};
const verified = async () =>
  verifyJournal({
    databaseUrl: database.appUrl,
    publicKeys: [publicKeyOf(seed.toString('base64'))],
    headsFile: join(folder, 'heads.jsonl'),
    configDirectory: 'config',
  });
const as = async (url: string, statement: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'skranke-heads-'));
  source = await newDataSource(database.appUrl, 4).initialize();
  job = new SealJournalJob(new SealingRepository(source), {
    ...settingsFor(database),
    SKRANKE_JOURNAL_KEY: seed,
    SKRANKE_JOURNAL_HEADS: join(folder, 'heads.jsonl'),
  });
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('the sealer [I07]', () => {
  it('seals what waits under a signed head and writes the head where the database is not', async () => {
    await write(5, day(1));
    await job.run(day(1));
    await write(3, day(2));
    expect(await verified()).toMatchObject({ ok: true, sealed: 5, waiting: 3, heads: 1, anchors: 1, findings: [] });
    await job.run(day(2));
    await job.run(day(2));
    expect(await verified()).toMatchObject({ ok: true, sealed: 8, waiting: 0, heads: 2, anchors: 2, findings: [] });
    expect((await readFile(join(folder, 'heads.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(2);
  });

  it('seals every line once, when several workers seal at the same time', async () => {
    await write(20, day(3));
    await Promise.all([job.run(day(3)), job.run(day(3)), job.run(day(3))]);
    expect(await verified()).toMatchObject({ ok: true, sealed: 28, waiting: 0 });
  });

  it('adds only: the application changes neither a leaf nor a head', async () => {
    for (const table of ['journal_leaf', 'journal_head', 'journal_entry'])
      for (const change of [`UPDATE ${table} SET ctid = ctid`, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`])
        await expect(
          as(
            database.appUrl,
            change.replace(
              'ctid = ctid',
              table === 'journal_entry' ? "action = 'x'" : table === 'journal_leaf' ? 'seq = 0' : 'size = 1',
            ),
          ),
        ).rejects.toMatchObject({ code: '42501' });
    await expect(as(database.appUrl, 'SELECT prune_journal(now(), now())')).rejects.toMatchObject({ code: '42501' });
  });

  it('is found out when a line is changed by whoever owns the database', async () => {
    await as(
      database.ownerUrl,
      `UPDATE journal_entry SET purpose = 'dunning' WHERE id = (SELECT entry_id FROM journal_leaf WHERE seq = 3)`,
    );
    expect(await verified()).toMatchObject({ ok: false, findings: [{ kind: 'altered', where: 'place 3' }] });
    await as(database.ownerUrl, `UPDATE journal_entry SET purpose = 'answer-own-question' WHERE purpose = 'dunning'`);
    expect(await verified()).toMatchObject({ ok: true });
  });

  it('lets anybody who kept the heads check that the journal only grew, and that a line stands in it [I08]', async () => {
    const heads = (await exportHeads(database.appUrl)) as readonly { size: number; consistency: readonly string[] }[];
    expect(heads.map(({ size }) => size)).toEqual([5, 8, 28]);
    expect(heads[1]?.consistency.length).toBeGreaterThan(0);
    const [row] = await as(database.appUrl, 'SELECT entry_id FROM journal_leaf WHERE seq = 7');
    expect(await exportEntry(database.appUrl, String(row?.['entry_id']))).toMatchObject({
      place: 7,
      head: { size: 28 },
    });
    expect(await exportEntry(database.appUrl, '0197a0c4-0000-7000-8000-000000000001')).toBeNull();
  });
});

describe('the pruner [S36, I07]', () => {
  const prune = async (before: string, at: string) =>
    as(
      testCluster().superuserUrl.replace(/\/[^/]*$/, `/${database.name}`),
      `SET ROLE skranke_pruner; SELECT prune_journal('${before}', '${at}')`,
    );

  it('prunes nothing but the journal, and nothing it chooses itself', async () => {
    const superuser = testCluster().superuserUrl.replace(/\/[^/]*$/, `/${database.name}`);
    for (const statement of [
      'DELETE FROM journal_entry',
      'SELECT * FROM journal_entry',
      'DELETE FROM journal_leaf',
      'SELECT * FROM party',
    ])
      await expect(as(superuser, `SET ROLE skranke_pruner; ${statement}`)).rejects.toMatchObject({ code: '42501' });
  });

  it('leaves a journal that still verifies, once its time was over', async () => {
    await prune('2020-01-03T00:00:00Z', '2025-06-01T00:00:00Z');
    await job.run(new Date('2025-06-01T00:00:00Z'));
    expect(await verified()).toMatchObject({ ok: true, pruned: 8, sealed: 29, findings: [] });
    expect(await as(database.appUrl, 'SELECT count(*)::int AS n FROM journal_entry')).toEqual([{ n: 21 }]);
  });

  it('is found out when it is used before that', async () => {
    await prune('2020-01-04T00:00:00Z', '2024-06-01T00:00:00Z');
    await job.run(new Date('2025-06-01T00:10:00Z'));
    const { ok, findings } = await verified();
    expect(ok).toBe(false);
    expect(findings.map(({ kind }) => kind)).toContain('missing');
  });
});
