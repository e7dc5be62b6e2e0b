import { describe, expect, it } from '@jest/globals';
import { entryLeaf, type StoredEntry } from './canonical-entry.js';
import { beginCheck, checkLeaves, endCheck, type JournalToCheck, type SealedLeaf } from './check-journal.js';
import { append, emptyTree, rootOf } from './merkle-tree.js';
import { prunedBelow } from './pruned-below.js';
import { isSigned, sealingKey, signHead, type SignedHead } from './signed-head.js';

const key = sealingKey(Buffer.alloc(32, 7));
const hour = (n: number): string => new Date(Date.UTC(2026, 0, 1, n)).toISOString();

const entry = (n: number): StoredEntry => ({
  id: `0197a0c4-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`,
  at: hour(n),
  actorKind: 'desk',
  actorId: null,
  action: 'turn',
  purpose: 'answer-own-question',
  partyId: null,
  caseId: null,
  conversationId: null,
  decision: `{"n": ${String(n)}}`,
  detail: null,
});
const leafOf = (one: StoredEntry, seq: number): SealedLeaf => ({ seq, hash: entryLeaf(one), entry: one });
const entries = Array.from({ length: 10 }, (_, n) => entry(n));
const sealed = entries.map(leafOf);
const headOf = (size: number): SignedHead =>
  signHead(
    {
      size,
      root: rootOf(sealed.slice(0, size).reduce((tree, { hash }) => append(tree, hash), emptyTree)),
      at: new Date(hour(size)),
    },
    key,
  );
const whole: JournalToCheck = {
  heads: [headOf(4), headOf(7), headOf(10)],
  anchors: [headOf(4), headOf(10)],
  publicKeys: [key.publicKey],
  pruned: 0,
  waiting: [],
};
const kinds = (leaves: readonly SealedLeaf[], journal: JournalToCheck = whole): readonly string[] => [
  ...new Set(endCheck(checkLeaves(beginCheck, leaves, journal), journal).map(({ kind }) => kind)),
];

describe('the check of the journal [I07]', () => {
  it('finds nothing in one that was left alone, in however many batches it is read', () => {
    expect(kinds(sealed)).toEqual([]);
    const half = checkLeaves(beginCheck, sealed.slice(0, 5), whole);
    expect(endCheck(checkLeaves(half, sealed.slice(5), whole), whole)).toEqual([]);
  });

  it.each(Object.keys(entry(1)) as (keyof StoredEntry)[])('finds a line whose %s was changed', (field) => {
    const changed = { ...entry(3), [field]: field === 'at' ? hour(4) : 'another' };
    expect(kinds(sealed.with(3, { ...(sealed[3] ?? leafOf(entry(3), 3)), entry: changed }))).toContain('altered');
    expect(kinds(sealed.with(3, leafOf(changed, 3)))).toContain('root');
  });

  it('finds a line that is gone, with its leaf or without', () => {
    expect(kinds(sealed.with(3, { ...(sealed[3] ?? leafOf(entry(3), 3)), entry: null }))).toEqual(['missing']);
    expect(kinds(sealed.toSpliced(3, 1))).toEqual(expect.arrayContaining(['gap', 'root']));
  });

  it('finds lines in another order', () => {
    const [a, b] = [leafOf(entry(5), 4), leafOf(entry(4), 5)];
    expect(kinds(sealed.with(4, a).with(5, b))).toContain('root');
  });

  it('finds what was cut off, and an old copy put back, by the heads kept elsewhere', () => {
    expect(kinds(sealed.slice(0, 7))).toContain('truncated');
    expect(kinds(sealed.slice(0, 7), { ...whole, heads: [headOf(4), headOf(7)] })).toEqual(['truncated']);
  });

  it('finds a history written anew and signed by another key', () => {
    const other = sealingKey(Buffer.alloc(32, 8));
    const forged = signHead({ size: 10, root: Buffer.from(headOf(10).root, 'hex'), at: new Date(hour(10)) }, other);
    expect(kinds(sealed, { ...whole, heads: [headOf(4), headOf(7), forged] })).toEqual(['unsigned']);
    expect(isSigned({ ...headOf(4), size: 5 }, [key.publicKey])).toBe(false);
  });

  it('finds a line slipped in behind its time, sealed or waiting', () => {
    const late = [...sealed, leafOf(entry(2), 10)];
    expect(kinds(late)).toEqual(expect.arrayContaining(['backdated', 'beyond']));
    expect(kinds(sealed, { ...whole, waiting: [entry(2)] })).toEqual(['backdated']);
    expect(kinds(sealed, { ...whole, waiting: [entry(10)] })).toEqual([]);
  });

  it('lets lines be gone that were pruned after their time, and no others', () => {
    const gone = sealed.map((leaf) => (leaf.seq < 4 ? { ...leaf, entry: null } : leaf));
    expect(kinds(gone, { ...whole, pruned: 4 })).toEqual([]);
    expect(kinds(gone, { ...whole, pruned: 3 })).toEqual(['missing']);
  });
});

describe('a pruning [I07, S36]', () => {
  const heads = [headOf(4), headOf(7)];

  it('counts for lines that a head had covered for their whole time', () => {
    expect(prunedBelow([{ at: '2031-06-01T00:00:00Z', below: 4 }], heads, 5)).toBe(4);
  });

  it('excuses nothing younger, whatever a line of the journal says', () => {
    expect(prunedBelow([{ at: '2030-06-01T00:00:00Z', below: 7 }], heads, 5)).toBe(0);
    expect(prunedBelow([{ at: '2031-06-01T00:00:00Z', below: 99 }], heads, 5)).toBe(7);
    expect(prunedBelow([], heads, 5)).toBe(0);
  });
});
