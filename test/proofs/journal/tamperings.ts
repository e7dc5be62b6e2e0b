/** What somebody who owns the database might do to the journal. Every kind ends with a journal that looks whole to itself. */
import type { DataSource } from 'typeorm';
import { entryLeaf, type StoredEntry } from '../../../src/modules/journal/canonical-entry.js';
import { append, emptyTree, rootOf } from '../../../src/modules/journal/merkle-tree.js';
import { SealingRepository } from '../../../src/modules/journal/sealing.repository.js';
import { sealingKey, signHead } from '../../../src/modules/journal/signed-head.js';

type Dice = (below: number) => number;
type Tampering = (source: DataSource, size: number, dice: Dice) => Promise<void>;

const ofPlace = '(SELECT entry_id FROM journal_leaf WHERE seq = $1)';
const changes = [
  `action = 'nothing'`,
  `purpose = 'dunning'`,
  `at = at + interval '1 microsecond'`,
  `actor_id = 'ingrid'`,
  `actor_kind = 'operator'`,
  `party_id = gen_random_uuid()`,
  `case_id = gen_random_uuid()`,
  `conversation_id = gen_random_uuid()`,
  `decision = coalesce(decision, '{}') || '{"rule": "claim-to-debtor"}'`,
  `detail = '\\x00'`,
];
const inserted = `INSERT INTO journal_entry (id, at, actor_kind, action, purpose)
  SELECT gen_random_uuid(), at, 'desk', 'turn', 'answer-own-question' FROM journal_entry WHERE id = ${ofPlace} RETURNING id`;

/** The sealed history worked out anew over what stands there now, every head signed by a key that is not ours. */
const rewritten = async (source: DataSource): Promise<void> => {
  const rows = await new SealingRepository(source).leavesAfter(-1, 1_000_000);
  for (const { seq, entry } of rows)
    if (entry !== null) await source.query('UPDATE journal_leaf SET hash = $2 WHERE seq = $1', [seq, entryLeaf(entry)]);
  const leaves = await new SealingRepository(source).hashes();
  const heads = await source.query<{ size: number; at: Date }[]>('SELECT size::int, at FROM journal_head');
  for (const { size, at } of heads) {
    const root = rootOf(leaves.slice(0, size).reduce(append, emptyTree));
    const head = signHead({ size, root, at }, sealingKey(Buffer.alloc(32, 66)));
    await source.query('UPDATE journal_head SET root = $2, signature = $3 WHERE size = $1', [
      size,
      root,
      Buffer.from(head.signature, 'hex'),
    ]);
  }
};

const edit: Tampering = async (source, size, dice) => {
  const change = changes[dice(changes.length)] ?? changes[0] ?? '';
  await source.query(`UPDATE journal_entry SET ${change} WHERE id = ${ofPlace}`, [dice(size)]);
};

const takenOut = async (source: DataSource, seq: number): Promise<void> => {
  await source.query(`DELETE FROM journal_entry WHERE id = ${ofPlace}`, [seq]);
  await source.query('DELETE FROM journal_leaf WHERE seq = $1', [seq]);
};
/** Closes the gap, so that places are counted through. */
const moved = async (source: DataSource, from: number, by: 1 | -1): Promise<void> => {
  await source.query('UPDATE journal_leaf SET seq = seq + 1000000 WHERE seq >= $1', [from]);
  await source.query('UPDATE journal_leaf SET seq = seq - 1000000 + $1 WHERE seq >= 1000000', [by]);
};
const cut = async (source: DataSource, to: number): Promise<void> => {
  await source.query('DELETE FROM journal_entry e USING journal_leaf l WHERE l.entry_id = e.id AND l.seq >= $1', [to]);
  await source.query('DELETE FROM journal_leaf WHERE seq >= $1', [to]);
};

export const tamperings: Readonly<Record<string, Tampering>> = {
  'a line edited': edit,
  'a line edited and its leaf with it': async (source, size, dice) => {
    await edit(source, size, dice);
    for (const { seq, entry } of await new SealingRepository(source).leavesAfter(-1, 1_000_000))
      if (entry !== null)
        await source.query('UPDATE journal_leaf SET hash = $2 WHERE seq = $1', [seq, entryLeaf(entry)]);
  },
  'a line edited and the whole history worked out anew': async (source, size, dice) => {
    await edit(source, size, dice);
    await rewritten(source);
  },
  'a line deleted': async (source, size, dice) => {
    await source.query(`DELETE FROM journal_entry WHERE id = ${ofPlace}`, [dice(size)]);
  },
  'a line deleted, its leaf too, the gap closed': async (source, size, dice) => {
    const seq = dice(size);
    await takenOut(source, seq);
    await moved(source, seq + 1, -1);
  },
  'a line slipped in': async (source, size, dice) => {
    await source.query(inserted, [dice(size - 60)]);
  },
  'a line slipped in with a leaf of its own': async (source, size, dice) => {
    const seq = dice(size);
    const [row] = await source.query<{ id: string }[]>(inserted, [seq]);
    const [{ entry } = { entry: undefined }] = await source.query<{ entry: StoredEntry }[]>(
      `SELECT json_build_object('id', id, 'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'actorKind', actor_kind,
         'actorId', actor_id, 'action', action, 'purpose', purpose, 'partyId', null, 'caseId', null, 'conversationId', null,
         'decision', null, 'detail', null) AS entry FROM journal_entry WHERE id = $1`,
      [row?.id],
    );
    await moved(source, seq, 1);
    if (entry !== undefined)
      await source.query('INSERT INTO journal_leaf (seq, entry_id, hash) VALUES ($1, $2, $3)', [
        seq,
        row?.id,
        entryLeaf(entry),
      ]);
  },
  'two lines in each other’s place': async (source, size, dice) => {
    const [a, b] = [dice(size), dice(size - 1)];
    const other = b >= a ? b + 1 : b;
    await source.query('UPDATE journal_leaf SET seq = -seq - 1 + 2000000 WHERE seq IN ($1, $2)', [a, other]);
    await source.query('UPDATE journal_leaf SET seq = $2 WHERE seq = 1999999 - $1', [a, other]);
    await source.query('UPDATE journal_leaf SET seq = $2 WHERE seq = 1999999 - $1', [other, a]);
  },
  'the end cut off': async (source, size, dice) => {
    await cut(source, dice(size));
  },
  'an old copy put back, heads and all': async (source, _, dice) => {
    const heads = await source.query<{ size: number }[]>('SELECT size::int FROM journal_head ORDER BY size');
    const to = heads[dice(heads.length - 1)]?.size ?? 0;
    await cut(source, to);
    await source.query('DELETE FROM journal_head WHERE size > $1', [to]);
  },
  'everything emptied': async (source) => {
    await source.query('DELETE FROM journal_entry');
    await source.query('DELETE FROM journal_leaf');
    await source.query('DELETE FROM journal_head');
  },
  'a pruning made up for what is not old': async (source, size, dice) => {
    const below = 1 + dice(size - 1);
    await source.query(
      `UPDATE journal_entry SET action = 'prune', decision = jsonb_build_object('below', $2::int) WHERE id = ${ofPlace}`,
      [size - 1, size],
    );
    await source.query('DELETE FROM journal_entry e USING journal_leaf l WHERE l.entry_id = e.id AND l.seq < $1', [
      below,
    ]);
  },
};
