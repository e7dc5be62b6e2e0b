/** Claims in few words, reckoned by the rates the desk ships with. */
import { balance, type Balance, type RateMissing } from '../../src/modules/claims/balance.js';
import { claimOf } from '../../src/modules/claims/claim-of.js';
import type { RawPosting } from '../../src/modules/claims/posting.js';
import { parseDay } from '../../src/modules/values/day.js';
import { shippedRates } from './rates.js';

export type Line = {
  readonly principalOre?: number;
  readonly dueDate?: string;
  readonly deductsVat?: boolean;
  readonly interestRules?: Readonly<Record<string, unknown>>;
  readonly postings?: readonly RawPosting[];
  readonly regime?: string;
};

export const reckon = (asOf: string, line: Line = {}): Balance | RateMissing => {
  const {
    principalOre = 1_000_000,
    dueDate = '2025-06-15',
    deductsVat = true,
    interestRules = {},
    postings = [],
    regime = null,
  } = line;
  const claim = claimOf({ principalOre, dueDate, debtorKind: 'consumer', deductsVat, interestRules, postings });
  if (!claim.ok) throw new Error(claim.fault);
  return balance(claim.value, parseDay(asOf), shippedRates, regime);
};
export const owed = (...args: Parameters<typeof reckon>): Balance => {
  const found = reckon(...args);
  if (found.outcome !== 'reckoned') throw new Error(`no rate on ${found.missingRate}`);
  return found;
};
export const pay = (date: string, amountOre: number, appliedTo?: string): RawPosting => ({
  kind: 'payment',
  date,
  amountOre,
  appliedTo,
});
