import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { consistencyProof, inclusionProof, isConsistent, isIncluded } from './merkle-proofs.js';
import { append, emptyTree, leafHash, nodeHash, rootOf } from './merkle-tree.js';

/** The inputs and roots every implementation of RFC 6962 is tried with (certificate-transparency, merkle_tree_test). */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = inputs.map((hex) => leafHash(Buffer.from(hex, 'hex')));
const treeOf = (some: readonly Buffer[]) => some.reduce(append, emptyTree);
const headOf = (some: readonly Buffer[]) => ({ size: some.length, root: rootOf(treeOf(some)) });

const someLeaves = fc
  .array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 })
  .map((all) => all.map(leafHash));

describe('the tree over the journal [I07, RFC 6962]', () => {
  it('of nothing has the hash of nothing as its root', () => {
    expect(rootOf(emptyTree).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it.each(roots.map((root, at) => [at + 1, root] as const))('has the published root at %i leaves', (size, root) => {
    expect(rootOf(treeOf(leaves.slice(0, size))).toString('hex')).toBe(root);
  });

  it('keeps a leaf from passing as an inner node', () => {
    const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    expect(leafHash(Buffer.concat([one, two])).equals(nodeHash(one, two))).toBe(false);
  });

  it('has the published audit path and consistency proof', () => {
    const hex = (proof: readonly Buffer[]) => proof.map((one) => one.toString('hex'));
    expect(hex(inclusionProof(0, leaves))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(consistencyProof(6, leaves))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('proves every leaf to whoever holds the root, and no leaf that was changed', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), (some, pick) => {
        const at = pick % some.length;
        const proof = inclusionProof(at, some);
        const leaf = some[at] ?? Buffer.alloc(0);
        return (
          isIncluded(leaf, at, headOf(some), proof) &&
          !isIncluded(leafHash(Buffer.concat([leaf, Buffer.of(1)])), at, headOf(some), proof) &&
          !isIncluded(leaf, some.length, headOf(some), proof)
        );
      }),
    );
  });

  it('has a consistency proof between any two heads of one journal [I08]', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), (some, pick) => {
        const older = 1 + (pick % some.length);
        return isConsistent(headOf(some.slice(0, older)), headOf(some), consistencyProof(older, some));
      }),
    );
  });

  it('has none between the heads of two histories [I08]', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), fc.nat(), (some, pick, changed) => {
        const older = 1 + (pick % some.length);
        const other = some.slice(0, older).map((leaf, at) => (at === changed % older ? leafHash(leaf) : leaf));
        const heads = [headOf(other), headOf(some)] as const;
        return (
          !isConsistent(...heads, consistencyProof(older, some)) &&
          !isConsistent(...heads, consistencyProof(older, [...other, ...some.slice(older)]))
        );
      }),
    );
  });

  it('proves nothing backwards and nothing from an empty proof', () => {
    expect(isConsistent(headOf(leaves), headOf(leaves.slice(0, 3)), [])).toBe(false);
    expect(isConsistent(headOf(leaves.slice(0, 3)), headOf(leaves), [])).toBe(false);
    expect(isConsistent(headOf(leaves), headOf(leaves), [])).toBe(true);
    expect(isConsistent({ size: 0, root: rootOf(emptyTree) }, headOf(leaves), [])).toBe(false);
  });
});
