/** Which row of dated configuration holds on a day. */
import type { Day } from '../values/day.js';
import type { Rates, Regime } from './rates.schema.js';

type DatedRow = { readonly from: Day; readonly to: Day | null };

/** The row that covers a day; null where none does, and then nothing may be reckoned. */
export const rateOn = <T extends DatedRow>(rows: readonly T[], day: Day): T | null =>
  rows.find(({ from, to }) => from <= day && (to === null || day < to)) ?? null;

/** The act in force on a day; one adopted but not in force has no `from` and is never found. */
export const regimeOn = (regimes: readonly Regime[], day: Day): Regime | null =>
  regimes.find(({ from, to }) => from !== null && from <= day && (to === null || day < to)) ?? null;

/** The rates as production may use them: without the rows invented for the demo. */
export const withoutSample = (rates: Rates): Rates => ({
  ...rates,
  lateInterest: { ...rates.lateInterest, rows: rates.lateInterest.rows.filter(isReal) },
  fees: {
    inkassosats: rates.fees.inkassosats.filter(isReal),
    reminderFees: rates.fees.reminderFees.filter(isReal),
    collectionFeeCaps: rates.fees.collectionFeeCaps.filter(isReal),
    courtFees: rates.fees.courtFees.filter(isReal),
    standardCompensation: rates.fees.standardCompensation.filter(isReal),
  },
});

const isReal = (row: { readonly sample?: true | undefined }): boolean => row.sample !== true;
