/** The collector's own fee: light, and heavy from the day the demand has been missed for long. */
import type { Fees } from '../policy/rates.schema.js';
import { earlierDay, laterDay, type Day } from '../values/day.js';
import { ore, type Ore } from '../values/money.js';
import type { Claim } from './claim.js';
import { collectionFeeCap, type CollectionFeeCap } from './collection-fee.js';
import { allowedFee, cappedFee, isMissing, type FeeCharge, type MissingRate } from './fee-charge.js';
import { isCharge, type Charge } from './posting.js';

/**
 * @param feeDay  the day the principal was paid, else the day reckoned for
 * @returns       each recorded fee, together never above the stage reached on its day; where amounts are left to the
 *                rates, the light fee on the day of the posting and the rest from the first heavy day
 */
export const collectionFees = (claim: Claim, fees: Fees, feeDay: Day): readonly (FeeCharge | MissingRate)[] => {
  const postings = claim.postings.filter(isCharge).filter(({ kind }) => kind === 'collectionFee');
  const [first] = postings;
  if (first === undefined) return [];
  const cap = collectionFeeCap(claim, demandBefore(claim, first.date), feeDay, fees);
  if (isMissing(cap))
    return postings.map((posting) => allowedFee({ date: posting.date, rule: 'collectionFee' }, posting.amountOre, cap));
  const charged = postings.reduce<readonly FeeCharge[]>(
    (sofar, posting) => [...sofar, nextFee(posting, sofar, cap, feeDay)],
    [],
  );
  return postings.every(({ amountOre }) => amountOre === null)
    ? [...charged, ...heavyRest(first.date, charged, cap, feeDay)]
    : charged;
};

/** The demand the fee was charged for. */
const demandBefore = ({ postings }: Claim, day: Day): Day | null => {
  const demands = postings.filter(({ kind }) => kind === 'paymentDemand').map(({ date }) => date);
  return demands.findLast((date) => date <= day) ?? demands[0] ?? null;
};

const nextFee = (posting: Charge, before: readonly FeeCharge[], cap: CollectionFeeCap, feeDay: Day): FeeCharge => {
  const isHeavy = cap.heavyFrom !== null && earlierDay(posting.date, feeDay) >= cap.heavyFrom;
  const most = left(isHeavy ? cap.heavyOre : cap.lightOre, before);
  return cappedFee(
    { date: posting.date, rule: isHeavy ? 'collectionFee:heavy' : 'collectionFee' },
    posting.amountOre,
    most,
  );
};

const heavyRest = (
  from: Day,
  before: readonly FeeCharge[],
  { heavyFrom, heavyOre }: CollectionFeeCap,
  feeDay: Day,
): readonly FeeCharge[] => {
  const amountOre = left(heavyOre, before);
  if (heavyFrom === null || feeDay < heavyFrom || amountOre === 0) return [];
  return [{ date: laterDay(heavyFrom, from), rule: 'collectionFee:heavy', amountOre }];
};

const left = (capOre: Ore, before: readonly FeeCharge[]): Ore =>
  ore(Math.max(0, capOre - before.reduce((sum, { amountOre }) => sum + amountOre, 0)));
