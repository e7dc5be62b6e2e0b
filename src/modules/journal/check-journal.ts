/** Whether a journal is the one that was sealed: every line, every head, and every head that was kept elsewhere. */
import { entryLeaf, type StoredEntry } from './canonical-entry.js';
import { append, emptyTree, rootOf, type MerkleTree } from './merkle-tree.js';
import { isSigned, type SignedHead } from './signed-head.js';

/** A sealed place of the journal, from 0; the entry is null where it is gone. */
export type SealedLeaf = { readonly seq: number; readonly hash: Buffer; readonly entry: StoredEntry | null };

/**
 * What is wrong, and where.
 * @property kind  altered: a line says something else than it did · missing: a line is gone and was not pruned ·
 *                 backdated: a line was slipped in behind its time · gap: places are not counted through ·
 *                 unsigned: a head our key did not sign · root: a head that tells of other lines ·
 *                 beyond: lines that no head covers · truncated: a head tells of lines that are no longer there
 */
export type Finding = {
  readonly kind: 'altered' | 'missing' | 'backdated' | 'gap' | 'unsigned' | 'root' | 'beyond' | 'truncated';
  readonly where: string;
};

/**
 * @property heads    those in the database, shortest first
 * @property anchors  those kept where the database is not
 * @property pruned   lines before this place were pruned after their time; 0 when none were
 * @property waiting  lines not yet sealed
 */
export type JournalToCheck = {
  readonly heads: readonly SignedHead[];
  readonly anchors: readonly SignedHead[];
  readonly publicKeys: readonly string[];
  readonly pruned: number;
  readonly waiting: readonly { readonly id: string; readonly at: string }[];
};

/** A line is sealed within the minute; one this much older than the head before it was not written when it says. */
const lateMs = 3_600_000;

/** The state of a check that reads the leaves in order, so that no more than one batch of them is ever held. */
export type Check = {
  readonly tree: MerkleTree;
  readonly roots: ReadonlyMap<number, string>;
  readonly findings: readonly Finding[];
};

export const beginCheck: Check = { tree: emptyTree, roots: new Map(), findings: [] };

/**
 * Takes the next leaves in.
 * @param leaves  in the order of their places, each batch after the last
 * @source I07, I08
 */
export const checkLeaves = (check: Check, leaves: readonly SealedLeaf[], journal: JournalToCheck): Check => {
  const sizes = new Set([...journal.heads, ...journal.anchors].map(({ size }) => size));
  const roots = new Map(check.roots);
  const findings = [...check.findings];
  let { tree } = check;
  for (const leaf of leaves) {
    if (leaf.seq !== tree.size) findings.push({ kind: 'gap', where: `place ${String(tree.size)}` });
    findings.push(...lineFindings(leaf, tree.size, journal));
    tree = append(tree, leaf.hash);
    if (sizes.has(tree.size)) roots.set(tree.size, rootOf(tree).toString('hex'));
  }
  return { tree, roots, findings };
};

const lineFindings = ({ seq, hash, entry }: SealedLeaf, at: number, journal: JournalToCheck): readonly Finding[] => {
  const where = `place ${String(seq)}`;
  if (entry === null) return seq < journal.pruned ? [] : [{ kind: 'missing', where }];
  return [
    ...(entryLeaf(entry).equals(hash) ? [] : [{ kind: 'altered' as const, where }]),
    ...(isLate(
      entry.at,
      journal.heads.findLast(({ size }) => size <= at),
    )
      ? [{ kind: 'backdated' as const, where }]
      : []),
  ];
};

/** What only shows at the end: the heads, the anchors and the lines that wait. */
export const endCheck = ({ tree, roots, findings }: Check, journal: JournalToCheck): readonly Finding[] => {
  const longest = journal.heads.at(-1);
  const covered = longest?.size ?? 0;
  return [
    ...findings,
    ...journal.heads.flatMap((head) => headFindings(head, 'head', roots, journal.publicKeys)),
    ...journal.anchors.flatMap((head) => headFindings(head, 'anchor', roots, journal.publicKeys)),
    ...(tree.size > covered ? [{ kind: 'beyond' as const, where: `places from ${String(covered)}` }] : []),
    ...journal.waiting
      .filter(({ at }) => isLate(at, longest))
      .map(({ id }) => ({ kind: 'backdated' as const, where: `line ${id}` })),
  ];
};

const headFindings = (
  head: SignedHead,
  what: string,
  roots: Check['roots'],
  publicKeys: readonly string[],
): readonly Finding[] => {
  const where = `${what} of ${String(head.size)}`;
  const root = roots.get(head.size);
  return [
    ...(isSigned(head, publicKeys) ? [] : [{ kind: 'unsigned' as const, where }]),
    ...(root === undefined ? [{ kind: 'truncated' as const, where }] : []),
    ...(root !== undefined && root !== head.root ? [{ kind: 'root' as const, where }] : []),
  ];
};

const isLate = (at: string, head: SignedHead | undefined): boolean =>
  head !== undefined && Date.parse(at) < Date.parse(head.at) - lateMs;
