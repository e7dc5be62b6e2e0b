/**
 * A second reckoning of a claim, written apart from the product: it walks from day to day with a purse for each item and
 * its own table of rates, and shares no line with `src`. Slow, plain, and wrong in other ways than the first, if at all.
 */
import type { GivenClaim, GivenPosting } from './given.js';

/** As typed from the published tables; half-year, then hundredths of a per cent. */
const halfYears: Readonly<Record<string, number>> = {
  '2020-2': 800,
  '2021-1': 800,
  '2021-2': 800,
  '2022-1': 850,
  '2022-2': 925,
  '2023-1': 1075,
  '2023-2': 1175,
  '2024-1': 1250,
  '2024-2': 1250,
  '2025-1': 1250,
  '2025-2': 1225,
  '2026-1': 1200,
  '2026-2': 1225,
};
/** Øre of the collector's light fee under the two inkassosats that can be met here, as published. */
const lightFees: readonly (readonly [mostKroner: number, by700: number, by750: number])[] = [
  [500, 17500, 18750],
  [1000, 24500, 26250],
  [2500, 28000, 30000],
  [10000, 56000, 60000],
  [50000, 112000, 120000],
  [250000, 252000, 270000],
  [Infinity, 504000, 540000],
];

export type NaiveFee = { readonly date: string; readonly amountOre: number };
export type NaivePeriod = { readonly from: string; readonly to: string; readonly interestOre: number };
export type NaiveResult = {
  readonly lateInterestOre: number;
  readonly feesOre: number;
  readonly paidOre: number;
  readonly outstandingOre: number;
  readonly open: Readonly<Record<'fees' | 'interest' | 'principal' | 'overpaid', number>>;
  readonly periods: readonly NaivePeriod[];
  readonly applied: readonly (readonly number[])[];
};

/** @returns what the product must say too, to the øre */
export const naively = (claim: GivenClaim, asOf: string, regime: string): NaiveResult => {
  const known = claim.postings
    .filter((posting) => posting.date <= asOf)
    .map((posting, at) => ({ posting, at }))
    .sort((a, b) => (a.posting.date < b.posting.date ? -1 : a.posting.date > b.posting.date ? 1 : a.at - b.at))
    .map(({ posting }) => posting);
  const moneyDays = [...new Set(known.filter(isMoney).map(({ date }) => date))];
  for (const day of moneyDays) {
    const walked = walk(claim, known, { asOf, regime, feeDay: day });
    if (walked.cleared !== null && walked.cleared <= day) return walked.result;
  }
  return walk(claim, known, { asOf, regime, feeDay: asOf }).result;
};

const isMoney = ({ kind }: GivenPosting): boolean => kind === 'payment' || kind === 'credit' || kind === 'writeOff';

const next = (day: string, by = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

const halfYearOf = (day: string): string => `${day.slice(0, 4)}-${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;

/** Interest is added up in 365 x 366 x 10 000ths of an øre, so that both lengths of a year divide it. */
const whole = 365n * 366n * 10_000n;
const toOre = (sum: bigint): number => Number((2n * sum + whole) / (2n * whole));

type Walk = { readonly asOf: string; readonly regime: string; readonly feeDay: string };

const walk = (claim: GivenClaim, known: readonly GivenPosting[], given: Walk) => {
  const { rules } = claim;
  const fees = feesOf(claim, known, given);
  const firstDay = rules.firstDay === 'due-date' ? claim.dueDate : next(claim.dueDate);
  const purse = { fees: 0, principal: claim.principalOre, overpaid: 0, interestPaid: 0, paid: 0 };
  const periods: { from: string; to: string; sum: bigint; key: string }[] = [];
  const applied: number[][] = [];
  const seen: { cleared: string | null } = { cleared: null };
  const exactBefore = (count: number) => periods.slice(0, count).reduce((sum, { sum: part }) => sum + part, 0n);
  const accrued = (): number =>
    rules.rounding === 'total'
      ? toOre(exactBefore(periods.length))
      : periods.reduce((ore, { sum }) => ore + toOre(sum), 0);

  const bear = (day: string): void => {
    if (day < firstDay || purse.principal <= 0) return;
    const year = Number(day.slice(0, 4));
    const leap = rules.dayCount === 'actual/actual' && year % 4 === 0;
    const half = halfYearOf(day);
    const rate = rules.percentPerYear === undefined ? halfYears[half] : Math.round(Number(rules.percentPerYear) * 100);
    if (rate === undefined) throw new Error(`no rate on ${day}`);
    const key = `${purse.principal}/${rules.percentPerYear === undefined ? half : ''}/${rules.dayCount === 'actual/actual' ? year : ''}`;
    const last = periods.at(-1);
    const sum = BigInt(purse.principal) * BigInt(rate) * (leap ? 365n : 366n);
    if (last?.key === key && next(last.to) === day) {
      last.sum += sum;
      last.to = day;
    } else periods.push({ from: day, to: day, sum, key });
  };

  const post = (day: string): void => {
    for (const fee of fees.filter(({ date }) => date === day)) {
      const covered = Math.min(fee.amountOre, purse.overpaid);
      purse.overpaid -= covered;
      purse.fees += fee.amountOre - covered;
    }
    for (const money of known.filter((one) => isMoney(one) && one.date === day)) {
      let left = money.amountOre ?? 0;
      const went = { fees: 0, interest: 0, principal: 0 };
      for (const item of orderOf(money)) {
        const due = item === 'interest' ? accrued() - purse.interestPaid : purse[item];
        went[item] = Math.min(left, due);
        left -= went[item];
        if (item === 'interest') purse.interestPaid += went.interest;
        else purse[item] -= went[item];
      }
      purse.overpaid += left;
      purse.paid += money.amountOre ?? 0;
      applied.push([went.fees, went.interest, went.principal, left]);
      if (purse.principal === 0) seen.cleared ??= day;
    }
  };

  const start = [claim.dueDate, ...known.map(({ date }) => date)].sort()[0] ?? claim.dueDate;
  for (let day = start; day <= given.asOf; day = next(day)) {
    if (rules.paymentDay === 'bears') bear(day);
    post(day);
    if (rules.paymentDay === 'free') bear(day);
  }
  const feesOre = fees.reduce((sum, { amountOre }) => sum + amountOre, 0);
  const interest = accrued();
  return {
    cleared: seen.cleared,
    result: {
      lateInterestOre: interest,
      feesOre,
      paidOre: purse.paid,
      outstandingOre: claim.principalOre + interest + feesOre - purse.paid,
      open: {
        fees: purse.fees,
        interest: interest - purse.interestPaid,
        principal: purse.principal,
        overpaid: purse.overpaid,
      },
      periods: periods.map(({ from, to, sum }, at) => ({
        from,
        to,
        interestOre: rules.rounding === 'total' ? toOre(exactBefore(at + 1)) - toOre(exactBefore(at)) : toOre(sum),
      })),
      applied,
    },
  };
};

const orderOf = ({ kind, appliedTo }: GivenPosting): readonly ('fees' | 'interest' | 'principal')[] => {
  if (appliedTo === 'principal') return ['principal', 'fees', 'interest'];
  if (appliedTo === 'creditor:interest>principal') return ['interest', 'principal', 'fees'];
  return kind === 'credit' ? ['principal', 'interest', 'fees'] : ['fees', 'interest', 'principal'];
};

const feesOf = (claim: GivenClaim, known: readonly GivenPosting[], given: Walk): readonly NaiveFee[] => {
  const all = [...lettersOf(claim, known), ...collectorsOf(claim, known, given.feeDay)].map((fee) =>
    given.regime === 'inkassolov-2026' && inDispute(known, fee.date) ? { ...fee, amountOre: 0 } : fee,
  );
  const court = known
    .filter(({ kind }) => kind === 'courtFee')
    .map(({ date, amountOre }) => ({ date, amountOre: amountOre ?? (date < '2026-01-01' ? 131_400 : 134_500) }));
  return [...all, ...court];
};

const inDispute = (known: readonly GivenPosting[], day: string): boolean => {
  let open = false;
  for (const { kind, date } of known) {
    if (date > day) break;
    if (kind === 'disputed') open = true;
    if (kind === 'disputeSettled') open = false;
  }
  return open;
};

const lettersOf = (claim: GivenClaim, known: readonly GivenPosting[]): readonly NaiveFee[] => {
  const collected = known.some(({ kind }) => kind === 'collectionFee');
  let warned = 0;
  let demanded = 0;
  const fees: NaiveFee[] = [];
  for (const { kind, date, amountOre } of known) {
    const isDemand = kind === 'paymentDemand';
    if (kind !== 'reminder' && kind !== 'collectionNotice' && !isDemand) continue;
    if (isDemand && amountOre === null && collected) continue;
    if (date < next(claim.dueDate, 14)) continue;
    if (isDemand ? demanded++ >= 1 : warned++ >= 2) continue;
    const most = date < '2026-01-01' ? (isDemand ? 10_500 : 3_500) : isDemand ? 11_300 : 3_800;
    fees.push({ date, amountOre: Math.min(amountOre ?? most, most) });
  }
  return fees;
};

const collectorsOf = (claim: GivenClaim, known: readonly GivenPosting[], feeDay: string): readonly NaiveFee[] => {
  const charged = known.filter(({ kind }) => kind === 'collectionFee');
  const demands = known.filter(({ kind }) => kind === 'paymentDemand').map(({ date }) => date);
  const first = charged[0];
  if (first === undefined) return [];
  const demand = demands.filter((day) => day <= first.date).at(-1) ?? demands[0];
  const heavyFrom = demand === undefined ? '9999-12-31' : next(demand, 43);
  const [, by700, by750] = lightFees.find(([most]) => claim.principalOre <= most * 100) ?? [0, 0, 0];
  // In 32nds of an øre: half more for a business, a quarter more without the right to deduct VAT.
  const parts =
    (feeDay < '2026-01-01' ? by700 : by750) *
    (claim.debtorKind === 'business' ? 12 : 8) *
    (claim.creditorDeductsVat ? 4 : 5);
  const most = (heavy: boolean): number => Math.floor(((heavy ? 2 : 1) * parts + 16) / 32);
  let sofar = 0;
  const fees: NaiveFee[] = [];
  for (const { date, amountOre } of charged) {
    const room = Math.max(0, most((date < feeDay ? date : feeDay) >= heavyFrom) - sofar);
    const fee = Math.min(amountOre ?? room, room);
    sofar += fee;
    fees.push({ date, amountOre: fee });
  }
  if (charged.every(({ amountOre }) => amountOre === null) && feeDay >= heavyFrom)
    fees.push({ date: heavyFrom > first.date ? heavyFrom : first.date, amountOre: Math.max(0, most(true) - sofar) });
  return fees;
};
