/** What lets somebody who holds a root and no journal check it: RFC 6962 sections 2.1.1 and 2.1.2. */
import { append, emptyTree, nodeHash, rootOf } from './merkle-tree.js';

type Hashes = readonly Buffer[];

/**
 * That a leaf is in the tree.
 * @param at      its place, from 0
 * @param leaves  all leaf hashes of the tree
 * @returns       the audit path, from the leaf upwards
 */
export const inclusionProof = (at: number, leaves: Hashes): Hashes => {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return at < split
    ? [...inclusionProof(at, left), rootFrom(right)]
    : [...inclusionProof(at - split, right), rootFrom(left)];
};

/**
 * That the tree grew from an older one and from nothing else.
 * @param older   how many leaves the older one had, 1 or more
 * @param leaves  all leaf hashes of the newer one
 */
export const consistencyProof = (older: number, leaves: Hashes): Hashes =>
  older <= 0 || older >= leaves.length ? [] : subproof(older, leaves, true);

const subproof = (older: number, leaves: Hashes, whole: boolean): Hashes => {
  if (older === leaves.length) return whole ? [] : [rootFrom(leaves)];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return older <= split
    ? [...subproof(older, left, whole), rootFrom(right)]
    : [...subproof(older - split, right, false), rootFrom(left)];
};

/** @returns whether the leaf stands at `at` in the tree of `size` leaves with this root */
export const isIncluded = (
  leaf: Buffer,
  at: number,
  tree: { readonly size: number; readonly root: Buffer },
  proof: Hashes,
): boolean => {
  if (at < 0 || at >= tree.size) return false;
  let [node, last, hash] = [at, tree.size - 1, leaf];
  for (const other of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(other, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = nodeHash(hash, other);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && hash.equals(tree.root);
};

type Head = { readonly size: number; readonly root: Buffer };

/** @returns whether the newer head is the older one grown (RFC 9162, 2.1.4.2: the same proof, told as a loop) */
export const isConsistent = (older: Head, newer: Head, proof: Hashes): boolean => {
  if (older.size > newer.size || older.size < 1) return false;
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root);
  const path = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof;
  let [node, last] = [older.size - 1, newer.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [oldRoot, newRoot] = [first, first];
  for (const other of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [oldRoot, newRoot] = [nodeHash(other, oldRoot), nodeHash(other, newRoot)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else newRoot = nodeHash(newRoot, other);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && oldRoot.equals(older.root) && newRoot.equals(newer.root);
};

const rootFrom = (leaves: Hashes): Buffer => rootOf(leaves.reduce(append, emptyTree));
const half = (number: number): number => Math.floor(number / 2);
const isPowerOfTwo = (number: number): boolean => splitOf(number * 2) === number;

/** The largest power of two below. */
const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};
