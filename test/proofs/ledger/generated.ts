/** Ledgers made up at random: every kind of posting, every rule a contract may change, days that touch and cross. */
import fc from 'fast-check';
import { claimOf } from '../../../src/modules/claims/claim-of.js';
import { balance } from '../../../src/modules/claims/balance.js';
import { addDays, parseDay } from '../../../src/modules/values/day.js';
import { shippedRates } from '../../world/rates.js';
import type { GivenLedger } from './given.js';
import { naively, type NaiveResult } from './naive-ledger.js';

export const bothActs = ['inkassolov-1988', 'inkassolov-2026'] as const;

const firstDue = parseDay('2020-10-01');
const lastDay = '2026-12-31';

const charge = fc.record({
  kind: fc.constantFrom('reminder', 'collectionNotice', 'paymentDemand', 'collectionFee'),
  amountOre: fc.option(fc.nat(700_000), { freq: 1 }),
  appliedTo: fc.constant(null),
});
const courtFee = fc.record({
  kind: fc.constant('courtFee'),
  amountOre: fc.nat(200_000),
  appliedTo: fc.constant(null),
});
const money = fc.record({
  kind: fc.constantFrom('payment', 'payment', 'payment', 'credit', 'writeOff'),
  amountOre: fc.oneof(fc.nat(20_000), fc.nat(2_000_000)),
  appliedTo: fc.constantFrom(null, null, 'principal', 'creditor:interest>principal'),
});
const dispute = fc.record({
  kind: fc.constantFrom('disputed', 'disputeSettled'),
  amountOre: fc.constant(null),
  appliedTo: fc.constant(null),
});

/** Days after the due date on which a rule turns: 14 for letters, day 43 of a demand on the 14th or 28th. */
const turning = fc.constantFrom(0, 1, 13, 14, 15, 28, 56, 57, 58, 70, 71);
const dayOfPosting = fc.oneof(fc.integer({ min: -20, max: 400 }), turning);

/** @param mostPostings  per claim */
export const ledgers = (mostPostings: number): fc.Arbitrary<GivenLedger> =>
  fc
    .record({
      due: fc.nat(2100),
      span: fc.oneof(fc.nat(900), turning),
      principalOre: fc.oneof(
        fc.integer({ min: 1, max: 300_000 }),
        fc.integer({ min: 1, max: 40_000_000 }),
        fc.constantFrom(50_000, 100_000, 250_000, 1_000_000, 5_000_000, 25_000_000),
      ),
      debtorKind: fc.constantFrom('consumer' as const, 'consumer' as const, 'business' as const),
      creditorDeductsVat: fc.boolean(),
      rules: fc.record(
        {
          firstDay: fc.constantFrom('due-date' as const, 'day-after' as const),
          paymentDay: fc.constantFrom('free' as const, 'bears' as const),
          rounding: fc.constantFrom('per-period' as const, 'total' as const),
          dayCount: fc.constantFrom('actual/365' as const, 'actual/actual' as const),
          percentPerYear: fc.constantFrom('0', '4.5', '11.99'),
        },
        { requiredKeys: ['firstDay', 'paymentDay', 'rounding', 'dayCount'] },
      ),
      postings: fc.array(fc.tuple(dayOfPosting, fc.oneof(charge, money, dispute, courtFee)), {
        maxLength: mostPostings,
        size: 'max',
      }),
    })
    .map(({ due, span, postings, ...claim }) => {
      const dueDate = addDays(firstDue, due);
      const reached = addDays(dueDate, span);
      return {
        claim: {
          ...claim,
          dueDate,
          postings: postings.map(([after, posting]) => ({ ...posting, date: addDays(dueDate, after) })),
        },
        asOf: reached > lastDay ? lastDay : reached,
      };
    });

/** What the product says, in the second reckoning's words; a string is a refusal. */
export const byTheProduct = ({ claim, asOf }: GivenLedger, regime: string): NaiveResult | string => {
  const { rules, creditorDeductsVat: deductsVat, ...rest } = claim;
  const read = claimOf({ ...rest, deductsVat, interestRules: rules });
  if (!read.ok) return read.fault;
  const one = balance(read.value, parseDay(asOf), shippedRates, regime);
  if (one.outcome !== 'reckoned') return `no rate on ${one.missingRate}`;
  const { lateInterestOre, feesOre, paidOre, outstandingOre, open } = one;
  return {
    ...{ lateInterestOre, feesOre, paidOre, outstandingOre },
    open: { fees: open.feesOre, interest: open.interestOre, principal: open.principalOre, overpaid: open.overpaidOre },
    periods: one.periods.map(({ from, to, interestOre }) => ({ from, to, interestOre })),
    applied: one.payments.map(({ applied }) =>
      ['fees', 'interest', 'principal', 'overpaid'].map(
        (kind) => applied.find((part) => part.kind === kind)?.amountOre ?? 0,
      ),
    ),
  };
};

/** @returns null when both reckonings say the same */
export const differenceIn = (ledger: GivenLedger, regime: string): { product: unknown; naive: unknown } | null => {
  const product = byTheProduct(ledger, regime);
  const naive = naively(ledger.claim, ledger.asOf, regime);
  return JSON.stringify(product) === JSON.stringify(naive) ? null : { product, naive };
};
