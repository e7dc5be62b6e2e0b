import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { bothActs, byTheProduct, ledgers } from '../../../test/proofs/ledger/generated.js';
import { naively } from '../../../test/proofs/ledger/naive-ledger.js';

describe.each(bothActs)('under %s', (act) => {
  it('a reckoning written apart, day by day, comes to the same øre [S40]', () => {
    fc.assert(
      fc.property(ledgers(12), (ledger) => {
        expect(byTheProduct(ledger, act)).toEqual(naively(ledger.claim, ledger.asOf, act));
      }),
      { numRuns: 150, seed: 20261125 },
    );
  });
});
