import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { entryLeaf, type StoredEntry } from './canonical-entry.js';
import type { SealedLeaf } from './check-journal.js';
import { append, emptyTree, rootOf, type MerkleTree } from './merkle-tree.js';
import type { PruningLine } from './pruned-below.js';
import { signHead, type SealingKey, type SignedHead } from './signed-head.js';

const hashBytes = 32;
/** So many lines are sealed under one head. */
const batch = 10_000;

type HeadRow = Omit<SignedHead, 'at'> & { readonly at: Date; readonly peaks: Buffer };

const storedEntry = `json_build_object('id', e.id, 'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  'actorKind', e.actor_kind, 'actorId', e.actor_id, 'action', e.action, 'purpose', e.purpose, 'partyId', e.party_id,
  'caseId', e.case_id, 'conversationId', e.conversation_id, 'decision', e.decision::text, 'detail', encode(e.detail, 'hex'))`;

/** The sealed side of the journal: a leaf for every line, a signed head for every batch. Both are only added to. */
@Injectable()
export class SealingRepository {
  constructor(private readonly source: DataSource) {}

  /**
   * Seals the lines that wait, in one transaction; several workers seal one after another.
   * @returns how many lines were sealed
   */
  async seal(now: Date, key: SealingKey): Promise<number> {
    return this.source.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('skranke journal'))`);
      const before = await lastTree(tx);
      const entries = await waiting(tx);
      if (entries.length === 0) return 0;
      const leaves = entries.map(entryLeaf);
      await tx.query(
        `INSERT INTO journal_leaf (seq, entry_id, hash) SELECT $1 + n - 1, id, hash
           FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS one (id, hash, n)`,
        [before.size, entries.map(({ id }) => id), leaves],
      );
      await addHead(tx, leaves.reduce(append, before), now, key);
      return entries.length;
    });
  }

  /** The signed heads, shortest first. */
  async heads(longerThan = 0): Promise<readonly SignedHead[]> {
    const rows = await this.source.query<HeadRow[]>(
      `SELECT size::int, encode(root, 'hex') AS root, at, key, encode(signature, 'hex') AS signature
         FROM journal_head WHERE size > $1 ORDER BY size`,
      [longerThan],
    );
    return rows.map(({ size, root, at, key, signature }) => ({ size, root, at: at.toISOString(), key, signature }));
  }

  /** The sealed places after one, in order, with the lines that stand in them. */
  async leavesAfter(seq: number, most: number): Promise<readonly SealedLeaf[]> {
    return this.source.query<SealedLeaf[]>(
      `SELECT l.seq::int, l.hash, CASE WHEN e.id IS NULL THEN NULL ELSE ${storedEntry} END AS entry
         FROM journal_leaf l LEFT JOIN journal_entry e ON e.id = l.entry_id WHERE l.seq > $1 ORDER BY l.seq LIMIT $2`,
      [seq, most],
    );
  }

  /** Every leaf hash, in order: what proofs are made from. */
  async hashes(): Promise<readonly Buffer[]> {
    const rows = await this.source.query<{ hash: Buffer }[]>('SELECT hash FROM journal_leaf ORDER BY seq');
    return rows.map(({ hash }) => hash);
  }

  /** Where a line is sealed; null when it is not. */
  async placeOf(entryId: string): Promise<number | null> {
    const [row] = await this.source.query<{ seq: number }[]>('SELECT seq::int FROM journal_leaf WHERE entry_id = $1', [
      entryId,
    ]);
    return row?.seq ?? null;
  }

  /** The sealed lines that tell of pruning. */
  async prunings(): Promise<readonly PruningLine[]> {
    const rows = await this.source.query<{ at: Date; below: string }[]>(
      `SELECT e.at, e.decision ->> 'below' AS below FROM journal_entry e JOIN journal_leaf l ON l.entry_id = e.id
        WHERE e.action = 'prune' AND e.decision ? 'below'`,
    );
    return rows.map(({ at, below }) => ({ at: at.toISOString(), below: Number(below) }));
  }

  /** The lines no head covers yet, oldest first. */
  async unsealed(): Promise<readonly StoredEntry[]> {
    return waiting(this.source.manager);
  }
}

const lastTree = async (tx: EntityManager): Promise<MerkleTree> => {
  const [last] = await tx.query<{ size: number; peaks: Buffer }[]>(
    'SELECT size::int, peaks FROM journal_head ORDER BY size DESC LIMIT 1',
  );
  if (last === undefined) return emptyTree;
  const count = last.peaks.length / hashBytes;
  const peaks = Array.from({ length: count }, (_, at) => last.peaks.subarray(at * hashBytes, (at + 1) * hashBytes));
  return { size: last.size, peaks };
};

const waiting = async (tx: EntityManager): Promise<readonly StoredEntry[]> => {
  const rows = await tx.query<{ entry: StoredEntry }[]>(
    `SELECT ${storedEntry} AS entry FROM journal_entry e
      WHERE NOT EXISTS (SELECT 1 FROM journal_leaf l WHERE l.entry_id = e.id) ORDER BY e.at, e.id LIMIT ${String(batch)}`,
  );
  return rows.map(({ entry }) => entry);
};

const addHead = async (tx: EntityManager, tree: MerkleTree, now: Date, key: SealingKey): Promise<void> => {
  const head = signHead({ size: tree.size, root: rootOf(tree), at: now }, key);
  await tx.query('INSERT INTO journal_head (size, root, at, key, signature, peaks) VALUES ($1, $2, $3, $4, $5, $6)', [
    head.size,
    Buffer.from(head.root, 'hex'),
    now,
    head.key,
    Buffer.from(head.signature, 'hex'),
    Buffer.concat(tree.peaks),
  ]);
};
