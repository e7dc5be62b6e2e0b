/** What is owed on a claim on a day, and how it came to be that. */
import { regimeOn } from '../policy/rate-on.js';
import type { Rates, Regime } from '../policy/rates.schema.js';
import { compareDays, type Day } from '../values/day.js';
import { ore, sumOre, type Ore } from '../values/money.js';
import { charges } from './charges.js';
import type { Claim } from './claim.js';
import { isMissing, type FeeCharge, type MissingRate } from './fee-charge.js';
import { lateInterest, type InterestPeriod, type InterestTerms } from './interest.js';
import { ledger, type AppliedReduction, type Ledger } from './ledger.js';
import { isDisputeMark, isReduction } from './posting.js';

/**
 * principal + lateInterest + fees - paid = outstanding, and the same is open fees + interest + principal - overpaid.
 * @property principalOre    as first demanded
 * @property paidOre         payments, credits and write-offs; of it `credited` and `writtenOff` were no money
 * @property outstandingOre  negative when overpaid
 * @property open            what of each item is still to be paid
 * @property disputed        a dispute is open on that day
 */
export type Balance = {
  readonly outcome: 'reckoned';
  readonly asOf: Day;
  readonly principalOre: Ore;
  readonly lateInterestOre: Ore;
  readonly feesOre: Ore;
  readonly paidOre: Ore;
  readonly creditedOre: Ore;
  readonly writtenOffOre: Ore;
  readonly outstandingOre: Ore;
  readonly open: {
    readonly feesOre: Ore;
    readonly interestOre: Ore;
    readonly principalOre: Ore;
    readonly overpaidOre: Ore;
  };
  readonly disputed: boolean;
  readonly periods: readonly InterestPeriod[];
  readonly fees: readonly FeeCharge[];
  readonly payments: readonly AppliedReduction[];
};

/** Nothing is guessed: a figure was missing for that day. */
export type RateMissing = MissingRate & { readonly outcome: 'rate-missing' };

/**
 * @param claim     principal, due date and postings; postings after `asOf` are ignored, their order does not matter
 * @param asOf      day in Europe/Oslo, interest of that day included
 * @param rates     all dated rates; production takes them without the sample rows
 * @param regimeId  an act by its id, to reckon as if it were in force; else the act of that day
 * @throws          never; malformed postings are refused by parsePosting (SKR_POSTING_INVALID)
 * @source          inkassoloven §§ 9-17; LOV-2026-05-22-19 § 16; notice:rights-2
 */
export const balance = (
  claim: Claim,
  asOf: Day,
  rates: Rates,
  regimeId: string | null = null,
): Balance | RateMissing => {
  const regime =
    regimeId === null ? regimeOn(rates.regimes, asOf) : (rates.regimes.find(({ id }) => id === regimeId) ?? null);
  if (regime === null) return { outcome: 'rate-missing', missingRate: asOf };
  const postings = claim.postings.filter(({ date }) => date <= asOf).sort((a, b) => compareDays(a.date, b.date));
  const sofar = { ...claim, postings };
  const terms = { rows: rates.lateInterest.rows, rules: { ...rates.lateInterest.rules, ...claim.interestRules } };
  const settled = settle(sofar, { rates, regime, terms }, asOf);
  if (isMissing(settled)) return { outcome: 'rate-missing', ...settled };
  const interest = lateInterest(claim.dueDate, settled.ledger.steps, terms, asOf);
  if (isMissing(interest)) return { outcome: 'rate-missing', ...interest };
  return summed(sofar, asOf, settled, interest);
};

type Terms = { readonly rates: Rates; readonly regime: Regime; readonly terms: InterestTerms };
type Settled = { readonly fees: readonly FeeCharge[]; readonly ledger: Ledger };

/**
 * The collector's fee goes by the day the principal is paid, and that day by the fee: the first payment that covers
 * everything by the rates of its own day settles it, whatever the rates become.
 */
const settle = (claim: Claim, given: Terms, asOf: Day): Settled | MissingRate => {
  const paymentDays = [...new Set(claim.postings.filter(isReduction).map(({ date }) => date))];
  for (const day of paymentDays) {
    const settled = settledOn(claim, given, day);
    if (isMissing(settled) || (settled.ledger.paidUpOn !== null && settled.ledger.paidUpOn <= day)) return settled;
  }
  return settledOn(claim, given, asOf);
};

const settledOn = (claim: Claim, { rates, regime, terms }: Terms, feeDay: Day): Settled | MissingRate => {
  const fees = charges(claim, rates.fees, regime, feeDay);
  if (isMissing(fees)) return fees;
  const after = ledger(claim, fees, terms);
  return isMissing(after) ? after : { fees, ledger: after };
};

const summed = (
  claim: Claim,
  asOf: Day,
  { fees, ledger: after }: Settled,
  interest: { readonly periods: readonly InterestPeriod[]; readonly interestOre: Ore },
): Balance => {
  const feesOre = sumOre(fees.map(({ amountOre }) => amountOre));
  const ofKind = (kind: AppliedReduction['kind']): Ore =>
    sumOre(after.reductions.filter((one) => one.kind === kind).map(({ amountOre }) => amountOre));
  const paidOre = sumOre([ofKind('payment'), ofKind('credit'), ofKind('writeOff')]);
  const { feesLeftOre, interestPaidOre, principalLeftOre, overpaidOre } = after;
  return {
    outcome: 'reckoned',
    asOf,
    principalOre: claim.principalOre,
    lateInterestOre: interest.interestOre,
    feesOre,
    paidOre,
    creditedOre: ofKind('credit'),
    writtenOffOre: ofKind('writeOff'),
    outstandingOre: ore(claim.principalOre + interest.interestOre + feesOre - paidOre),
    open: {
      feesOre: feesLeftOre,
      interestOre: ore(interest.interestOre - interestPaidOre),
      principalOre: principalLeftOre,
      overpaidOre,
    },
    disputed: claim.postings.findLast(isDisputeMark)?.kind === 'disputed',
    periods: interest.periods,
    fees,
    payments: after.reductions,
  };
};
