import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { newDataSource } from '../../../src/modules/database/data-source.service.js';
import { addHeads } from '../../../src/modules/journal/head-file.service.js';
import { SealingRepository } from '../../../src/modules/journal/sealing.repository.js';
import { sealingKey } from '../../../src/modules/journal/signed-head.js';
import { verifyWith } from '../../../src/modules/tool/journal-command.service.js';
import { raiseCluster } from '../../world/cluster.js';
import { freshDatabase } from '../../world/database.js';
import { seededDice } from '../two-worlds/dice.js';
import { tamperings } from './tamperings.js';

const lines = 240;
const perHead = 23;
const key = sealingKey(Buffer.alloc(32, 5));

/** @returns whether every tampering was found and an untouched journal was not accused; prints the figures as JSON */
export const proveJournal = async (args: readonly string[]): Promise<boolean> => {
  const end = await raiseCluster();
  const folder = await mkdtemp(join(tmpdir(), 'skranke-heads-'));
  try {
    const headsFile = join(folder, 'heads.jsonl');
    const database = await freshDatabase();
    // One connection: a tampering is undone by rolling its transaction back.
    const source = await newDataSource(database.ownerUrl, 1).initialize();
    await writeJournal(source);
    await addHeads(headsFile, await new SealingRepository(source).heads());
    const figures = await tamper(source, headsFile, flag(args, '--seeds', 1_000), flag(args, '--from', 0));
    await source.destroy();
    await database.drop();
    console.log(JSON.stringify({ proof: 'journal', ...figures }, null, 2));
    return figures.untouched && figures.found === figures.tamperings;
  } finally {
    await rm(folder, { recursive: true, force: true });
    await end();
  }
};

const flag = (args: readonly string[], name: string, otherwise: number): number => {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args[at + 1]);
};

/** Lines a few minutes apart, a head every so many, with all that a line can hold. */
const writeJournal = async (source: DataSource): Promise<void> => {
  const sealing = new SealingRepository(source);
  for (let n = 0; n < lines; n += 1) {
    const at = new Date(Date.UTC(2026, 0, 1, 0, n * 7));
    await source.query(
      `INSERT INTO journal_entry (id, at, actor_kind, actor_id, action, purpose, party_id, decision, detail)
       VALUES (gen_random_uuid(), $1, $2, $3, 'turn', 'answer-own-question', $4, $5, $6)`,
      [
        at,
        n % 3 === 0 ? 'caseworker' : 'desk',
        n % 3 === 0 ? 'liv' : null,
        n % 2 === 0 ? '0197a0c4-0000-7000-8000-000000000001' : null,
        n % 2 === 0 ? { channel: 'chat', disclosed: [{ rule: 'claim-to-debtor', facts: ['outstanding'] }] } : null,
        n % 5 === 0 ? Buffer.from(`sealed ${String(n)}`) : null,
      ],
    );
    if (n % perHead === perHead - 1 || n === lines - 1) await sealing.seal(at, key);
  }
};

const tamper = async (source: DataSource, headsFile: string, seeds: number, from: number) => {
  const wish = { publicKeys: [key.publicKey], headsFile, configDirectory: 'config' };
  const sealing = new SealingRepository(source);
  const before = await verifyWith(sealing, wish);
  const kinds = Object.entries(tamperings);
  const missed: string[] = [];
  const counts: Record<string, number> = {};
  for (let seed = from; seed < from + seeds; seed += 1) {
    const [name, act] = kinds[seed % kinds.length] ?? ['none', async () => Promise.resolve()];
    await source.query('BEGIN');
    await act(source, lines, seededDice(seed).below);
    const { ok } = await verifyWith(sealing, wish);
    await source.query('ROLLBACK');
    counts[name] = (counts[name] ?? 0) + 1;
    if (ok) missed.push(`${name} (seed ${String(seed)})`);
  }
  const after = await verifyWith(sealing, wish);
  return {
    lines,
    heads: before.heads,
    tamperings: seeds,
    found: seeds - missed.length,
    missed: missed.slice(0, 20),
    kinds: counts,
    untouched: before.ok && after.ok,
  };
};
