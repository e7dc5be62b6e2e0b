/** All fees of a claim: what was recorded, never more than the rates and the act allow. */
import { rateOn } from '../policy/rate-on.js';
import type { Fees, Regime } from '../policy/rates.schema.js';
import { compareDays, type Day } from '../values/day.js';
import { roundedOre } from '../values/money.js';
import { decimal, rational, times } from '../values/rational.js';
import type { Claim } from './claim.js';
import { collectionFees } from './collection-fees.js';
import { allowedFee, isMissing, noFee, type FeeCharge, type MissingRate } from './fee-charge.js';
import { isCharge, isDisputeMark, type Charge } from './posting.js';
import { reminderFees } from './reminder-fees.js';

/**
 * @param claim   its postings by day, none after the day reckoned for
 * @param regime  whether a dispute bars new costs
 * @param feeDay  the day the principal was paid, else the day reckoned for
 * @returns       by day; or the day whose figure is missing, where nothing was recorded in its place
 * @source        inkassoloven § 17; LOV-2026-05-22-19 § 18
 */
export const charges = (claim: Claim, fees: Fees, regime: Regime, feeDay: Day): readonly FeeCharge[] | MissingRate => {
  const court = claim.postings.filter(isCharge).filter(({ kind }) => kind === 'courtFee');
  const found = [
    ...reminderFees(claim, fees),
    ...collectionFees(claim, fees, feeDay),
    ...court.map((posting) => courtFee(posting, fees)),
  ];
  const missing = found.find(isMissing);
  if (missing !== undefined) return missing;
  return found
    .flatMap((charge) => (isMissing(charge) ? [] : [charge]))
    .map((charge) =>
      regime.costsWhileDisputed === 'barred' && isBarred(charge, claim)
        ? noFee({ date: charge.date, rule: charge.rule }, 'dispute')
        : charge,
    )
    .sort((a, b) => compareDays(a.date, b.date));
};

/** A recorded court fee may be of another kind than the rate's, and stands as it is. */
const courtFee = ({ date, amountOre }: Charge, fees: Fees): FeeCharge | MissingRate => {
  const nok = rateOn(fees.courtFees, date)?.nok;
  const most = nok === undefined ? { missingRate: date } : roundedOre(times(rational(100), decimal(nok)), 'half-up');
  return amountOre === null
    ? allowedFee({ date, rule: 'courtFee' }, null, most)
    : { date, rule: 'courtFee', amountOre };
};

/** A court's fee is none of the collector's costs. */
const isBarred = ({ date, rule }: FeeCharge, { postings }: Claim): boolean =>
  rule !== 'courtFee' &&
  postings.findLast((posting) => isDisputeMark(posting) && posting.date <= date)?.kind === 'disputed';
