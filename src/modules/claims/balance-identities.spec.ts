import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { owed, pay } from '../../../test/world/claims.js';
import { addDays, parseDay } from '../values/day.js';
import { chargeKinds, disputeKinds, reductionKinds } from './posting.js';

describe('whatever is posted', () => {
  const posting = fc.record({
    kind: fc.constantFrom(...chargeKinds, ...reductionKinds, ...disputeKinds),
    date: fc.nat(500).map((days) => addDays(parseDay('2025-03-01'), days)),
    amountOre: fc.nat(600_000),
    appliedTo: fc.constantFrom(undefined, 'principal', 'interest', 'creditor:fees'),
  });
  const given = fc.record({
    principalOre: fc.nat(2_000_000),
    deductsVat: fc.boolean(),
    postings: fc.array(posting, { maxLength: 9 }),
    regime: fc.constantFrom('inkassolov-1988', 'inkassolov-2026'),
    interestRules: fc.record({
      paymentDay: fc.constantFrom('free', 'bears'),
      rounding: fc.constantFrom('per-period', 'total'),
      firstDay: fc.constantFrom('day-after', 'due-date'),
    }),
  });
  const total = (parts: readonly { readonly amountOre: number }[]): number =>
    parts.reduce((sum, part) => sum + part.amountOre, 0);

  it('outstanding is principal, interest and fees less what was paid, and the same by what is open', () => {
    fc.assert(
      fc.property(given, fc.nat(600), (line, days) => {
        const one = owed(addDays(parseDay('2025-03-01'), days), line);
        const { open } = one;
        return (
          one.outstandingOre === one.principalOre + one.lateInterestOre + one.feesOre - one.paidOre &&
          one.outstandingOre === open.principalOre + open.interestOre + open.feesOre - open.overpaidOre &&
          Object.values(open).every((part) => part >= 0) &&
          one.payments.every((payment) => total(payment.applied) === payment.amountOre) &&
          total(one.payments) === one.paidOre &&
          total(one.fees) === one.feesOre &&
          one.principalOre === line.principalOre
        );
      }),
      { numRuns: 400 },
    );
  });

  it('the order of the list does not matter, but for postings of one day', () => {
    fc.assert(
      fc.property(given, (line) => {
        const postings = line.postings.filter(
          (one, at) => line.postings.findIndex((other) => other.date === one.date) === at,
        );
        const [there, back] = [
          owed('2026-11-24', { ...line, postings }),
          owed('2026-11-24', { ...line, postings: postings.toReversed() }),
        ];
        expect(back).toEqual(there);
      }),
    );
  });

  it('paying what is asked, on the day it is asked, settles the claim where that day bears interest', () => {
    fc.assert(
      fc.property(given, fc.nat(300), (line, days) => {
        const day = addDays(parseDay('2025-06-15'), days);
        const bears = {
          ...line,
          interestRules: { paymentDay: 'bears' },
          postings: line.postings.filter(({ date }) => date <= day),
        };
        const { outstandingOre } = owed(day, bears);
        if (outstandingOre <= 0) return true;
        const after = { ...bears, postings: [...bears.postings, pay(day, outstandingOre)] };
        return owed(day, after).outstandingOre === 0 && owed('2026-11-24', after).outstandingOre === 0;
      }),
    );
  });
});
