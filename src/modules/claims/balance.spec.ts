import { describe, expect, it } from '@jest/globals';
import { owed, pay, reckon } from '../../../test/world/claims.js';
import { shippedRates } from '../../../test/world/rates.js';
import { withoutSample } from '../policy/rate-on.js';
import { parseDay } from '../values/day.js';
import { balance } from './balance.js';
import { claimOf } from './claim-of.js';
import { sumOfBalances } from './sum.js';

describe('the balance', () => {
  it('S3: of 10 000 kr due 15 June 2025 is 10 101.71 kr on 15 July, that day included', () => {
    expect(owed('2025-07-15')).toMatchObject({
      principalOre: 1_000_000,
      lateInterestOre: 10171,
      feesOre: 0,
      paidOre: 0,
      outstandingOre: 1_010_171,
      disputed: false,
    });
  });

  it('ignores what is posted after the day, and takes what is posted on it', () => {
    const postings = [pay('2025-07-16', 5000), pay('2025-07-15', 100), { kind: 'courtFee', date: '2025-08-01' }];
    expect(owed('2025-07-15', { postings })).toMatchObject({
      paidOre: 100,
      feesOre: 0,
      payments: [{ date: '2025-07-15' }],
    });
  });

  it('covers costs, then interest, then principal; from its day the paid part bears no interest', () => {
    const postings = [{ kind: 'reminder', date: '2025-07-01' }, pay('2025-07-16', 413_671)];
    const { payments, periods, open, outstandingOre } = owed('2025-07-25', { postings });
    expect(payments).toEqual([
      {
        date: '2025-07-16',
        kind: 'payment',
        amountOre: 413_671,
        chosenBy: 'custom',
        applied: [
          { kind: 'fees', amountOre: 3500 },
          { kind: 'interest', amountOre: 10171 },
          { kind: 'principal', amountOre: 400_000 },
        ],
      },
    ]);
    expect(periods.map(({ from, to, principalOre }) => [from, to, principalOre])).toEqual([
      ['2025-06-16', '2025-06-30', 1_000_000],
      ['2025-07-01', '2025-07-15', 1_000_000],
      ['2025-07-16', '2025-07-25', 600_000],
    ]);
    expect(open).toEqual({ feesOre: 0, interestOre: 2014, principalOre: 600_000, overpaidOre: 0 });
    expect(outstandingOre).toBe(602_014);
  });

  it('lets the debtor choose what her payment covers', () => {
    const postings = [{ kind: 'reminder', date: '2025-07-01' }, pay('2025-07-16', 400_000, 'principal')];
    expect(owed('2025-07-16', { postings })).toMatchObject({
      payments: [{ chosenBy: 'debtor', applied: [{ kind: 'principal', amountOre: 400_000 }] }],
      open: { feesOre: 3500, principalOre: 600_000 },
    });
  });

  it('takes a credit note off the principal first, and tells it from money', () => {
    const postings = [
      { kind: 'reminder', date: '2025-07-01' },
      { kind: 'credit', date: '2025-07-10', amountOre: 200_000 },
      { kind: 'writeOff', date: '2025-07-10', amountOre: 3500 },
      pay('2025-07-10', 1000),
    ];
    expect(owed('2025-07-10', { postings })).toMatchObject({
      paidOre: 204_500,
      creditedOre: 200_000,
      writtenOffOre: 3500,
      payments: [
        { kind: 'credit', applied: [{ kind: 'principal', amountOre: 200_000 }] },
        { kind: 'writeOff', applied: [{ kind: 'fees', amountOre: 3500 }] },
        { kind: 'payment', applied: [{ kind: 'interest', amountOre: 1000 }] },
      ],
    });
  });

  it('bears interest only on what was left when a payment came before the due date', () => {
    expect(owed('2025-06-30', { postings: [pay('2025-05-01', 600_000)] }).periods).toMatchObject([
      { from: '2025-06-16', principalOre: 400_000 },
    ]);
    expect(owed('2025-12-31', { postings: [pay('2025-06-15', 1_000_000)] })).toMatchObject({
      lateInterestOre: 0,
      outstandingOre: 0,
      periods: [],
    });
  });

  it('goes below nought when overpaid, and a later fee is taken from what was overpaid', () => {
    const postings = [pay('2025-06-10', 1_002_000)];
    expect(owed('2025-07-15', { postings })).toMatchObject({
      outstandingOre: -2000,
      open: { overpaidOre: 2000, principalOre: 0 },
      payments: [
        {
          applied: [
            { kind: 'principal', amountOre: 1_000_000 },
            { kind: 'overpaid', amountOre: 2000 },
          ],
        },
      ],
    });
    expect(
      owed('2025-07-15', { postings: [...postings, { kind: 'courtFee', date: '2025-07-01', amountOre: 5000 }] }),
    ).toMatchObject({ outstandingOre: 3000, open: { feesOre: 3000, overpaidOre: 0 } });
  });

  it('is nought for good when what was asked is paid that day, where the day of payment bears interest', () => {
    const interestRules = { paymentDay: 'bears' };
    const { outstandingOre } = owed('2025-07-15', { interestRules });
    const postings = [pay('2025-07-15', outstandingOre)];
    expect([
      owed('2025-07-15', { interestRules, postings }).outstandingOre,
      owed('2026-11-24', { interestRules, postings }).outstandingOre,
    ]).toEqual([0, 0]);
  });

  it("reckons the collector's fee by the day the principal was paid, not by today", () => {
    const steps = [
      { kind: 'paymentDemand', date: '2025-11-20' },
      { kind: 'collectionFee', date: '2025-11-20' },
    ];
    const paid = [...steps, pay('2025-12-30', 1_200_000)];
    expect(owed('2026-11-24', { dueDate: '2025-09-01', postings: paid }).fees).toMatchObject([
      { rule: 'collectionFee', amountOre: 56000 },
    ]);
    expect(owed('2026-11-24', { dueDate: '2025-09-01', postings: steps }).feesOre).toBe(120_000);
  });

  it('says that a dispute is open, and when it no longer is', () => {
    const postings = [
      { kind: 'disputed', date: '2025-07-01' },
      { kind: 'disputeSettled', date: '2025-08-01' },
    ];
    expect(
      ['2025-06-30', '2025-07-01', '2025-07-31', '2025-08-01'].map((day) => owed(day, { postings }).disputed),
    ).toEqual([false, true, true, false]);
  });

  it('§ 18: is reckoned under either act', () => {
    const postings = [
      { kind: 'disputed', date: '2025-07-01' },
      { kind: 'reminder', date: '2025-07-10' },
    ];
    expect(
      ['inkassolov-1988', 'inkassolov-2026'].map((regime) => owed('2025-07-15', { postings, regime }).feesOre),
    ).toEqual([3500, 0]);
  });

  it('is refused where a rate is missing, in a sum as well', () => {
    expect(reckon('2027-07-01')).toEqual({ outcome: 'rate-missing', missingRate: '2027-07-01' });
    expect(
      reckon('2026-01-01', {
        postings: [
          { kind: 'courtFee', date: '2025-12-31' },
          { kind: 'courtFee', date: '2024-12-31' },
        ],
      }),
    ).toEqual({ outcome: 'rate-missing', missingRate: '2024-12-31' });
    expect(reckon('1989-09-30', { dueDate: '1989-09-30' })).toMatchObject({ outcome: 'rate-missing' });
    expect(sumOfBalances([reckon('2025-07-15'), reckon('2027-07-01')])).toEqual({
      outcome: 'rate-missing',
      missingRate: '2027-07-01',
    });
  });

  it('S18: production refuses past the last real rate', () => {
    const claim = claimOf({
      principalOre: 100,
      dueDate: '2026-12-01',
      debtorKind: 'consumer',
      deductsVat: true,
      interestRules: {},
      postings: [],
    });
    expect(claim.ok && balance(claim.value, parseDay('2027-01-01'), withoutSample(shippedRates))).toEqual({
      outcome: 'rate-missing',
      missingRate: '2027-01-01',
    });
  });

  it("adds up over claims, but one claim's overpayment pays no other", () => {
    const sum = sumOfBalances([owed('2025-07-15'), owed('2025-07-15', { postings: [pay('2025-06-01', 1_000_100)] })]);
    expect(sum).toMatchObject({
      count: 2,
      principalOre: 2_000_000,
      lateInterestOre: 10171,
      outstandingOre: 1_010_171,
      overpaidOre: 100,
    });
    expect(sumOfBalances([])).toMatchObject({ count: 0, outstandingOre: 0 });
  });
});
