/** The Merkle tree of RFC 6962 section 2.1, grown leaf by leaf: only its peaks are kept, one a perfect subtree. */
import { createHash } from 'node:crypto';

/** A tree of `size` leaves; its peaks stand largest first, 32 bytes each. */
export type MerkleTree = { readonly size: number; readonly peaks: readonly Buffer[] };

export const emptyTree: MerkleTree = { size: 0, peaks: [] };

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

/** The prefixes keep a leaf from passing as an inner node. */
export const leafHash = (bytes: Uint8Array): Buffer => sha256(leafPrefix, bytes);
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(nodePrefix, left, right);

/**
 * @param leaf  its hash, as `leafHash` makes it
 * @returns     the tree with one leaf more
 */
export const append = ({ size, peaks }: MerkleTree, leaf: Buffer): MerkleTree => {
  const grown = [...peaks];
  let last = leaf;
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) last = nodeHash(grown.pop() ?? last, last);
  return { size: size + 1, peaks: [...grown, last] };
};

/** @returns the root: of no leaf at all, the hash of nothing (RFC 6962) */
export const rootOf = ({ peaks }: MerkleTree): Buffer =>
  peaks.length === 0 ? sha256() : peaks.reduceRight((right, left) => nodeHash(left, right));
