/** What each payment went to, and what that leaves, day by day. */
import { addDays, compareDays, earlierDay, type Day } from '../values/day.js';
import { leastOre, ore, type Ore } from '../values/money.js';
import type { Claim } from './claim.js';
import { isMissing, type FeeCharge, type MissingRate } from './fee-charge.js';
import { lateInterest, type InterestTerms, type PrincipalStep } from './interest.js';
import { isReduction, type Item, type Reduction } from './posting.js';

/** What of a payment went to what; `overpaid` is what nothing was left for. */
export type Applied = { readonly kind: Item | 'overpaid'; readonly amountOre: Ore };

export type AppliedReduction = Pick<Reduction, 'date' | 'kind' | 'amountOre' | 'chosenBy'> & {
  readonly applied: readonly Applied[];
};

/**
 * @property steps            which principal bears interest from which day
 * @property interestPaidOre  of the interest of all periods
 * @property overpaidOre      beyond everything there was
 * @property paidUpOn         the day the principal was covered in full
 */
export type Ledger = {
  readonly steps: readonly PrincipalStep[];
  readonly feesLeftOre: Ore;
  readonly interestPaidOre: Ore;
  readonly principalLeftOre: Ore;
  readonly overpaidOre: Ore;
  readonly paidUpOn: Day | null;
  readonly reductions: readonly AppliedReduction[];
};

/**
 * @param claim  its postings by day, none after the day reckoned for
 * @param fees   what was charged, by day; on one day charges come before payments
 * @returns      the ledger after the last posting; or the day on which a payment met interest of an unknown rate
 */
export const ledger = (claim: Claim, fees: readonly FeeCharge[], terms: InterestTerms): Ledger | MissingRate => {
  const entries: readonly (FeeCharge | Reduction)[] = [...fees, ...claim.postings.filter(isReduction)].sort((a, b) =>
    compareDays(a.date, b.date),
  );
  return entries.reduce<Ledger | MissingRate>((sofar, entry) => {
    if (isMissing(sofar)) return sofar;
    return 'rule' in entry ? afterFee(sofar, entry) : afterReduction(sofar, entry, claim, terms);
  }, opened(claim));
};

const opened = ({ principalOre, dueDate, postings }: Claim): Ledger => ({
  steps: [{ from: earlierDay(dueDate, postings[0]?.date ?? dueDate), principalOre }],
  feesLeftOre: ore(0),
  interestPaidOre: ore(0),
  principalLeftOre: principalOre,
  overpaidOre: ore(0),
  paidUpOn: null,
  reductions: [],
});

/** What was overpaid before covers a later fee. */
const afterFee = (before: Ledger, { amountOre }: FeeCharge): Ledger => {
  const covered = leastOre(amountOre, before.overpaidOre);
  return {
    ...before,
    feesLeftOre: ore(before.feesLeftOre + amountOre - covered),
    overpaidOre: ore(before.overpaidOre - covered),
  };
};

const afterReduction = (
  before: Ledger,
  reduction: Reduction,
  claim: Claim,
  terms: InterestTerms,
): Ledger | MissingRate => {
  const isFree = terms.rules.paymentDay === 'free';
  const accrued = lateInterest(
    claim.dueDate,
    before.steps,
    terms,
    isFree ? addDays(reduction.date, -1) : reduction.date,
  );
  if (isMissing(accrued)) return accrued;
  const due = {
    fees: before.feesLeftOre,
    interest: ore(accrued.interestOre - before.interestPaidOre),
    principal: before.principalLeftOre,
  };
  const applied = spread(reduction, due);
  const to = (kind: Applied['kind']): Ore => applied.find((part) => part.kind === kind)?.amountOre ?? ore(0);
  const principalLeftOre = ore(before.principalLeftOre - to('principal'));
  const { date, kind, amountOre, chosenBy } = reduction;
  return {
    steps:
      to('principal') === 0
        ? before.steps
        : [...before.steps, { from: isFree ? date : addDays(date, 1), principalOre: principalLeftOre }],
    feesLeftOre: ore(before.feesLeftOre - to('fees')),
    interestPaidOre: ore(before.interestPaidOre + to('interest')),
    principalLeftOre,
    overpaidOre: ore(before.overpaidOre + to('overpaid')),
    paidUpOn: before.paidUpOn ?? (principalLeftOre === 0 ? date : null),
    reductions: [...before.reductions, { date, kind, amountOre, chosenBy, applied }],
  };
};

const spread = ({ amountOre, order }: Reduction, due: Readonly<Record<Item, Ore>>): readonly Applied[] => {
  const parts = order.reduce<readonly Applied[]>(
    (sofar, kind) => [...sofar, { kind, amountOre: leastOre(rest(amountOre, sofar), due[kind]) }],
    [],
  );
  return [...parts, { kind: 'overpaid' as const, amountOre: rest(amountOre, parts) }].filter(
    (part) => part.amountOre > 0,
  );
};

const rest = (amountOre: Ore, parts: readonly Applied[]): Ore =>
  ore(amountOre - parts.reduce((sum, part) => sum + part.amountOre, 0));
