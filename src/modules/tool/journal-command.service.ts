/** `skranke journal`: whether the journal is the one that was sealed, and its signed heads for whoever keeps them. */
import { join } from 'node:path';
import { newDataSource } from '../database/data-source.service.js';
import {
  beginCheck,
  checkLeaves,
  endCheck,
  type Check,
  type Finding,
  type JournalToCheck,
} from '../journal/check-journal.js';
import { readHeads } from '../journal/head-file.service.js';
import { consistencyProof, inclusionProof } from '../journal/merkle-proofs.js';
import { prunedBelow } from '../journal/pruned-below.js';
import { SealingRepository } from '../journal/sealing.repository.js';
import { sealingKey } from '../journal/signed-head.js';
import { loadYaml } from '../policy/load-yaml.service.js';
import { retentionSchema } from '../policy/retention.schema.js';

const batch = 5_000;
const mostFindings = 100;

/** @property publicKeys  in base64, today's and those before it; at least one */
export type VerifyWish = {
  readonly publicKeys: readonly string[];
  readonly headsFile: string | null;
  readonly configDirectory: string;
};

export type Verified = {
  readonly ok: boolean;
  readonly sealed: number;
  readonly waiting: number;
  readonly pruned: number;
  readonly heads: number;
  readonly anchors: number;
  readonly findings: readonly Finding[];
};

/** The public half of a sealing key, in base64. */
export const publicKeyOf = (journalKey: string): string => sealingKey(Buffer.from(journalKey, 'base64')).publicKey;

/** Reads the whole journal once, a batch at a time. @source I07 */
export const verifyJournal = async (wish: VerifyWish & { readonly databaseUrl: string }): Promise<Verified> =>
  atJournal(wish.databaseUrl, async (sealing) => verifyWith(sealing, wish));

/** As `verifyJournal`, at a journal that is open. */
export const verifyWith = async (sealing: SealingRepository, wish: VerifyWish): Promise<Verified> => {
  const [heads, waiting] = [await sealing.heads(), await sealing.unsealed()];
  const journal: JournalToCheck = {
    heads,
    anchors: wish.headsFile === null ? [] : await readHeads(wish.headsFile),
    publicKeys: wish.publicKeys,
    pruned: prunedBelow(await sealing.prunings(), heads, keepYears(wish.configDirectory)),
    waiting,
  };
  const check = await readAll(sealing, journal);
  const findings = endCheck(check, journal);
  return {
    ok: findings.length === 0,
    sealed: check.tree.size,
    waiting: waiting.length,
    pruned: journal.pruned,
    heads: heads.length,
    anchors: journal.anchors.length,
    findings: findings.slice(0, mostFindings),
  };
};

const readAll = async (sealing: SealingRepository, journal: JournalToCheck): Promise<Check> => {
  let [check, after] = [beginCheck, -1];
  for (;;) {
    const leaves = await sealing.leavesAfter(after, batch);
    check = checkLeaves(check, leaves, journal);
    after = leaves.at(-1)?.seq ?? after;
    if (leaves.length < batch) return check;
  }
};

/** Each head with the proof that it is the one before it grown (I08). */
export const exportHeads = async (databaseUrl: string): Promise<readonly object[]> =>
  atJournal(databaseUrl, async (sealing) => {
    const [heads, leaves] = [await sealing.heads(), await sealing.hashes()];
    return heads.map((head, at) => ({
      ...head,
      consistency: hexes(consistencyProof(heads[at - 1]?.size ?? 0, leaves.slice(0, head.size))),
    }));
  });

/** The proof that one line stands under the newest head; null when it is not sealed. */
export const exportEntry = async (databaseUrl: string, entryId: string): Promise<object | null> =>
  atJournal(databaseUrl, async (sealing) => {
    const place = await sealing.placeOf(entryId);
    const head = (await sealing.heads()).at(-1);
    if (place === null || head === undefined) return null;
    const leaves = (await sealing.hashes()).slice(0, head.size);
    return {
      id: entryId,
      place,
      leaf: leaves[place]?.toString('hex'),
      head,
      inclusion: hexes(inclusionProof(place, leaves)),
    };
  });

const atJournal = async <T>(url: string, work: (sealing: SealingRepository) => Promise<T>): Promise<T> => {
  const source = await newDataSource(url, 1).initialize();
  try {
    return await work(new SealingRepository(source));
  } finally {
    await source.destroy();
  }
};

/** Without a rule nothing was pruned in time. */
const keepYears = (configDirectory: string): number => {
  const read = loadYaml(join(configDirectory, 'policy/retention.yaml'), retentionSchema);
  const keep = read.ok ? read.value.classes['journal']?.keep : undefined;
  return keep?.unit === 'years' ? keep.amount : Infinity;
};

const hexes = (proof: readonly Buffer[]): readonly string[] => proof.map((one) => one.toString('hex'));
