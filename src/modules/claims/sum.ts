/** What a person owes on several claims together. */
import { sumOre, type Ore } from '../values/money.js';
import type { Balance, RateMissing } from './balance.js';

/**
 * @property outstandingOre  what is still to be paid; one claim's overpayment pays no other, which may be another creditor's
 * @property overpaidOre     what was paid too much, all claims together, >= 0
 */
export type Sum = {
  readonly outcome: 'reckoned';
  readonly count: number;
  readonly principalOre: Ore;
  readonly lateInterestOre: Ore;
  readonly feesOre: Ore;
  readonly paidOre: Ore;
  readonly outstandingOre: Ore;
  readonly overpaidOre: Ore;
};

/** @returns the sum, or the first rate that was missing: a sum that leaves out a claim would mislead */
export const sumOfBalances = (balances: readonly (Balance | RateMissing)[]): Sum | RateMissing => {
  const missing = balances.find((one) => one.outcome === 'rate-missing');
  if (missing !== undefined) return missing;
  const reckoned = balances.filter((one) => one.outcome === 'reckoned');
  const total = (of: (one: Balance) => number): Ore => sumOre(reckoned.map((one) => of(one) as Ore));
  return {
    outcome: 'reckoned',
    count: reckoned.length,
    principalOre: total((one) => one.principalOre),
    lateInterestOre: total((one) => one.lateInterestOre),
    feesOre: total((one) => one.feesOre),
    paidOre: total((one) => one.paidOre),
    outstandingOre: total((one) => Math.max(0, one.outstandingOre)),
    overpaidOre: total((one) => Math.max(0, 0 - one.outstandingOre)),
  };
};
