/** Late interest: simple, on the principal that was open, by the rate of each half-year. */
import { rateOn } from '../policy/rate-on.js';
import type { InterestRules, LateInterestRow } from '../policy/rates.schema.js';
import { addDays, compareDays, daysBetween, parseDay, yearOf, type Day } from '../values/day.js';
import { ore, roundedOre, sumOre, type Ore } from '../values/money.js';
import { decimal, plus, rational, times, type Rational } from '../values/rational.js';

/** From this day on, so much principal bears interest, until the next step. */
export type PrincipalStep = { readonly from: Day; readonly principalOre: Ore };

/** Days in which neither rate nor principal changes; `from` and `to` both included. */
export type InterestPeriod = {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly ratePercent: number;
  readonly principalOre: Ore;
  readonly interestOre: Ore;
};

/** The rows of per cent a year, and how they are counted. */
export type InterestTerms = {
  readonly rows: readonly Pick<LateInterestRow, 'from' | 'to' | 'percent'>[];
  readonly rules: InterestRules;
};

export type LateInterest = { readonly periods: readonly InterestPeriod[]; readonly interestOre: Ore };

/**
 * Interest from the first day that bears it to `through`, both included.
 * @param dueDate  of the claim; which day bears first is one of the rules
 * @param steps    by `from`; the last of equal days holds; nothing bears interest before the first
 * @param through  before the first day there is none
 * @returns        periods, split at every row and every change of principal, each rounded half up; or the first day
 *                 that bears interest and is covered by no row
 * @source         forsinkelsesrenteloven §§ 2, 3; no statute fixes the rules, see config/rates/late-interest.yaml
 */
export const lateInterest = (
  dueDate: Day,
  steps: readonly PrincipalStep[],
  terms: InterestTerms,
  through: Day,
): LateInterest | { readonly missingRate: Day } => {
  const { rules } = terms;
  const rows =
    rules.percentPerYear === undefined
      ? terms.rows
      : [{ from: beginning, to: null, percent: String(rules.percentPerYear) }];
  const first = rules.firstDay === 'due-date' ? dueDate : addDays(dueDate, 1);
  const cuts = [
    ...rows.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ...changes(steps),
    ...newYears(first, through, rules),
  ];
  const spans = spansBetween(first, through, cuts)
    .map((span) => ({
      ...span,
      principalOre: principalOn(steps, span.from),
      percent: rateOn(rows, span.from)?.percent ?? null,
    }))
    .filter(({ principalOre }) => principalOre > 0);
  const missing = spans.find(({ percent }) => percent === null);
  return missing === undefined ? reckoned(spans, rules) : { missingRate: missing.from };
};

type Span = { readonly from: Day; readonly to: Day };
type RatedSpan = Span & { readonly principalOre: Ore; readonly percent: string | null };

/** A contract's own rate has no rows to begin at. */
const beginning = parseDay('1000-01-01');

const changes = (steps: readonly PrincipalStep[]): readonly Day[] =>
  steps
    .filter(({ from, principalOre }, at) => at === 0 || principalOn(steps.slice(0, at), from) !== principalOre)
    .map(({ from }) => from);

/** Counting by the length of the year needs periods that keep to one year. */
const newYears = (first: Day, through: Day, rules: InterestRules): readonly Day[] =>
  rules.dayCount === 'actual/365'
    ? []
    : Array.from({ length: Math.max(0, yearOf(through) - yearOf(first)) }, (_, at) =>
        parseDay(`${yearOf(first) + at + 1}-01-01`),
      );

const spansBetween = (first: Day, through: Day, cuts: readonly Day[]): readonly Span[] => {
  if (through < first) return [];
  const starts = [...new Set([first, ...cuts.filter((cut) => first < cut && cut <= through)])].sort(compareDays);
  return starts.map((from, at) => ({ from, to: addDays(starts[at + 1] ?? addDays(through, 1), -1) }));
};

const principalOn = (steps: readonly PrincipalStep[], day: Day): Ore =>
  steps.findLast(({ from }) => from <= day)?.principalOre ?? ore(0);

const reckoned = (spans: readonly RatedSpan[], rules: InterestRules): LateInterest => {
  const exact = spans.map((span) => exactOre(span, rules));
  const periods = spans.map(({ from, to, principalOre, percent }, at) => ({
    from,
    to,
    days: daysBetween(from, to) + 1,
    ratePercent: Number(percent),
    principalOre,
    interestOre:
      rules.rounding === 'per-period'
        ? roundedOre(exact[at] ?? zero, 'half-up')
        : ore(total(exact, at + 1) - total(exact, at)),
  }));
  return { periods, interestOre: sumOre(periods.map(({ interestOre }) => interestOre)) };
};

const zero = rational(0);

const exactOre = ({ from, to, principalOre, percent }: RatedSpan, rules: InterestRules): Rational => {
  const year = yearOf(from);
  const isLeap = daysBetween(parseDay(`${year}-01-01`), parseDay(`${year}-12-31`)) === 365;
  const daysInYear = rules.dayCount === 'actual/actual' && isLeap ? 366 : 365;
  return times(rational(principalOre), decimal(percent ?? ''), rational(daysBetween(from, to) + 1, daysInYear * 100));
};

/** The first periods together, rounded once: what each adds to it is then its own share. */
const total = (exact: readonly Rational[], count: number): Ore =>
  roundedOre(exact.slice(0, count).reduce(plus, zero), 'half-up');
