import { describe, expect, it } from '@jest/globals';
import { ledgerAmounts } from './ledger-amounts.js';

const claim = (principalOre: number, posted: readonly (number | null)[]) => ({
  principalOre,
  postings: posted.map((amountOre) => ({ amountOre })),
});

describe('ledgerAmounts', () => {
  it('are the principals, the postings, what is outstanding today and the sum of it', () => {
    const amounts = ledgerAmounts([claim(100, [35, null]), claim(200, [])], [110, 205]);
    expect([...amounts].sort((a, b) => a - b)).toEqual([35, 100, 110, 200, 205, 315]);
  });

  it('hold nothing for what cannot be reckoned', () => {
    expect(ledgerAmounts([claim(100, [])], [null])).toEqual([100, 0]);
  });
});
