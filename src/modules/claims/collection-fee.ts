/** The most a collector may charge for collecting a claim, and from when the higher stage holds. */
import { rateOn } from '../policy/rate-on.js';
import type { Fees } from '../policy/rates.schema.js';
import { addDays, type Day } from '../values/day.js';
import { roundedOre, type Ore } from '../values/money.js';
import { decimal, rational, times } from '../values/rational.js';
import type { Claim } from './claim.js';
import type { MissingRate } from './fee-charge.js';

/** @property heavyFrom  null without a demand for payment */
export type CollectionFeeCap = { readonly lightOre: Ore; readonly heavyOre: Ore; readonly heavyFrom: Day | null };

/**
 * @param claim       due date and principal choose the band; a business pays more, and so does whose creditor cannot deduct VAT
 * @param demandedOn  the day of the demand for payment; heavy is its deadline missed by more than 28 days, so day 43 of it
 * @param feeDay      the day the principal is paid, or the day reckoned for while it is not: its inkassosats holds
 * @returns           øre, rounded half up where VAT leaves a fraction; or the day no row covers
 * @source            inkassoforskriften § 2-2
 */
export const collectionFeeCap = (
  claim: Claim,
  demandedOn: Day | null,
  feeDay: Day,
  fees: Fees,
): CollectionFeeCap | MissingRate => {
  const cap = rateOn(fees.collectionFeeCaps, claim.dueDate);
  const sats = rateOn(fees.inkassosats, feeDay);
  const band = cap?.bands.find(({ upToNok }) => upToNok === null || claim.principalOre <= Number(upToNok) * 100);
  if (cap === null || band === undefined) return { missingRate: claim.dueDate };
  if (sats === null) return { missingRate: feeDay };
  const business = claim.debtorKind === 'business' ? cap.businessTimes : '1';
  const vat = claim.creditorDeductsVat ? '1' : cap.withoutVatDeductionTimes;
  const light = times(rational(100), ...[sats.nok, band.times, business, vat].map(decimal));
  return {
    lightOre: roundedOre(light, 'half-up'),
    heavyOre: roundedOre(times(light, decimal(cap.heavyTimes)), 'half-up'),
    heavyFrom: demandedOn === null ? null : addDays(demandedOn, cap.demandDays + cap.heavyAfterDays + 1),
  };
};
