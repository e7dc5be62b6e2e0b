/** One fee as it counts towards what is owed. */
import type { Day } from '../values/day.js';
import { ore, type Ore } from '../values/money.js';

export type FeeRule =
  'reminder' | 'collectionNotice' | 'paymentDemand' | 'collectionFee' | 'collectionFee:heavy' | 'courtFee';

/** @property limitedBy  why it is less than was recorded, or nothing at all */
export type FeeCharge = {
  readonly date: Day;
  readonly rule: FeeRule;
  readonly amountOre: Ore;
  readonly limitedBy?: 'too-early' | 'too-many' | 'maximum' | 'dispute';
};

type Step = Pick<FeeCharge, 'date' | 'rule'>;

/** A figure was needed for a day that no row of the rates covers. */
export type MissingRate = { readonly missingRate: Day };

export const isMissing = (found: object): found is MissingRate => 'missingRate' in found;

/**
 * A fee as recorded, but never more than the law allows.
 * @param recorded  null where the case system leaves the amount to the rates
 * @param most      the most the rates allow
 */
export const cappedFee = (step: Step, recorded: Ore | null, most: Ore): FeeCharge =>
  recorded === null || recorded <= most
    ? { ...step, amountOre: recorded ?? most }
    : { ...step, amountOre: most, limitedBy: 'maximum' };

/** The same where the rates may be silent: then a recorded fee stands, and one that is not recorded cannot be reckoned. */
export const allowedFee = (step: Step, recorded: Ore | null, most: Ore | MissingRate): FeeCharge | MissingRate => {
  if (typeof most === 'number') return cappedFee(step, recorded, most);
  return recorded === null ? most : { ...step, amountOre: recorded };
};

export const noFee = (step: Step, limitedBy: NonNullable<FeeCharge['limitedBy']>): FeeCharge => ({
  ...step,
  amountOre: ore(0),
  limitedBy,
});
