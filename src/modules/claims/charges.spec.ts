import { describe, expect, it } from '@jest/globals';
import { shippedRates } from '../../../test/world/rates.js';
import { parseDay } from '../values/day.js';
import { charges } from './charges.js';
import { claimOf } from './claim-of.js';
import { isMissing } from './fee-charge.js';
import type { RawPosting } from './posting.js';

type Terms = {
  readonly principalNok?: number;
  readonly dueDate?: string;
  readonly debtorKind?: 'consumer' | 'business';
  readonly deductsVat?: boolean;
  readonly regime?: string;
  readonly feeDay?: string;
};

const charged = (postings: readonly RawPosting[], terms: Terms = {}) => {
  const {
    principalNok = 2000,
    dueDate = '2026-01-15',
    debtorKind = 'consumer',
    deductsVat = true,
    regime = 'inkassolov-1988',
    feeDay = '2026-11-24',
  } = terms;
  const claim = claimOf({
    principalOre: principalNok * 100,
    dueDate,
    debtorKind,
    deductsVat,
    interestRules: {},
    postings,
  });
  const act = shippedRates.regimes.find(({ id }) => id === regime);
  if (!claim.ok || act === undefined) throw new Error('a test of nothing');
  return charges(claim.value, shippedRates.fees, act, parseDay(feeDay));
};
const told = (...args: Parameters<typeof charged>) => {
  const found = charged(...args);
  return isMissing(found)
    ? found
    : found.map(({ date, rule, amountOre, limitedBy }) => [
        date,
        rule,
        amountOre,
        ...(limitedBy === undefined ? [] : [limitedBy]),
      ]);
};
const step = (kind: string, date: string, amountOre?: number): RawPosting => ({ kind, date, amountOre });

describe('a reminder', () => {
  it.each([
    ['2026-03-02', '2026-01-15', 3800, 11300],
    ['2025-12-01', '2025-10-15', 3500, 10500],
    ['2026-03-02', '2025-12-15', 3800, 11300],
    ['2020-11-02', '2020-09-30', 7000, 21000],
    ['2020-11-02', '2020-10-01', 3500, 10500],
    ['2016-05-02', '2016-03-01', 6700, 20100],
  ])("sent %s of a claim due %s costs %d øre, the creditor's own demand %d", (sentOn, dueDate, reminder, demand) => {
    expect(
      told([step('reminder', sentOn), step('collectionNotice', sentOn), step('paymentDemand', sentOn)], { dueDate }),
    ).toEqual([
      [sentOn, 'reminder', reminder],
      [sentOn, 'collectionNotice', reminder],
      [sentOn, 'paymentDemand', demand],
    ]);
  });

  it('costs nothing before the fourteenth day after the due date', () => {
    expect(told([step('reminder', '2026-01-28', 3800), step('reminder', '2026-01-29', 3800)])).toEqual([
      ['2026-01-28', 'reminder', 0, 'too-early'],
      ['2026-01-29', 'reminder', 3800],
    ]);
  });

  it('costs twice at most, a notice among them, and a demand once', () => {
    const postings = [
      step('reminder', '2026-01-20'),
      step('reminder', '2026-02-01'),
      step('collectionNotice', '2026-03-01'),
      step('reminder', '2026-04-01'),
      step('paymentDemand', '2026-05-01', 11300),
      step('paymentDemand', '2026-06-01', 11300),
    ];
    expect(told(postings)).toEqual([
      ['2026-01-20', 'reminder', 0, 'too-early'],
      ['2026-02-01', 'reminder', 3800],
      ['2026-03-01', 'collectionNotice', 3800],
      ['2026-04-01', 'reminder', 0, 'too-many'],
      ['2026-05-01', 'paymentDemand', 11300],
      ['2026-06-01', 'paymentDemand', 0, 'too-many'],
    ]);
  });

  it('counts as recorded, and never above what it may cost', () => {
    expect(told([step('reminder', '2026-02-15', 2000), step('reminder', '2026-03-15', 7000)])).toEqual([
      ['2026-02-15', 'reminder', 2000],
      ['2026-03-15', 'reminder', 3800, 'maximum'],
    ]);
  });

  it('of a day without a rate is refused, unless its amount was recorded', () => {
    expect(told([step('reminder', '2015-06-01')], { dueDate: '2015-03-01' })).toEqual({ missingRate: '2015-06-01' });
    expect(told([step('reminder', '2015-06-01', 6500)], { dueDate: '2015-03-01' })).toEqual([
      ['2015-06-01', 'reminder', 6500],
    ]);
  });
});

describe("the collector's fee", () => {
  it.each([
    [500, 17500, 35000, 18750, 37500],
    [501, 24500, 49000, 26250, 52500],
    [1000, 24500, 49000, 26250, 52500],
    [2500, 28000, 56000, 30000, 60000],
    [10_000, 56000, 112000, 60000, 120000],
    [50_000, 112000, 224000, 120000, 240000],
    [250_000, 252000, 504000, 270000, 540000],
    [250_001, 504000, 1008000, 540000, 1080000],
  ])(
    'of a principal of %d kr is %d øre light, %d heavy, and from 2026 %d and %d',
    (principalNok, light, heavy, light26, heavy26) => {
      const fee = (sentOn: string, feeDay: string) =>
        told([step('paymentDemand', sentOn), step('collectionFee', sentOn)], {
          principalNok,
          dueDate: '2025-03-01',
          feeDay,
        });
      expect(fee('2025-05-01', '2025-05-20')).toEqual([['2025-05-01', 'collectionFee', light]]);
      expect(fee('2025-05-01', '2025-12-31')).toEqual([
        ['2025-05-01', 'collectionFee', light],
        ['2025-06-13', 'collectionFee:heavy', heavy - light],
      ]);
      expect(fee('2026-05-01', '2026-05-20')).toEqual([['2026-05-01', 'collectionFee', light26]]);
      expect(fee('2026-05-01', '2026-12-31')).toEqual([
        ['2026-05-01', 'collectionFee', light26],
        ['2026-06-13', 'collectionFee:heavy', heavy26 - light26],
      ]);
    },
  );

  it('is heavy from day 43 of the demand, not on day 42', () => {
    const postings = [step('paymentDemand', '2026-03-02'), step('collectionFee', '2026-03-02')];
    expect(told(postings, { feeDay: '2026-04-13' })).toEqual([['2026-03-02', 'collectionFee', 30000]]);
    expect(told(postings, { feeDay: '2026-04-14' })).toEqual([
      ['2026-03-02', 'collectionFee', 30000],
      ['2026-04-14', 'collectionFee:heavy', 30000],
    ]);
  });

  it('is never heavy without a demand for payment', () => {
    expect(told([step('collectionFee', '2026-03-02')])).toEqual([['2026-03-02', 'collectionFee', 30000]]);
  });

  it.each([
    ['consumer', false, 37500, 75000],
    ['business', true, 45000, 90000],
    ['business', false, 56250, 112500],
  ] as const)('from a %s, VAT deducted %s, is %d øre light', (debtorKind, deductsVat, light, heavy) => {
    expect(told([step('collectionFee', '2026-03-02', 999_999)], { debtorKind, deductsVat })).toEqual([
      ['2026-03-02', 'collectionFee', light, 'maximum'],
    ]);
    expect(
      told([step('paymentDemand', '2026-03-02'), step('collectionFee', '2026-08-02')], { debtorKind, deductsVat }),
    ).toEqual([['2026-08-02', 'collectionFee:heavy', heavy]]);
  });

  it('with half an øre of VAT is rounded up', () => {
    expect(told([step('collectionFee', '2026-03-02')], { principalNok: 400, deductsVat: false })).toEqual([
      ['2026-03-02', 'collectionFee', 23438],
    ]);
  });

  it('goes by the inkassosats of the day the principal is paid', () => {
    const postings = [step('paymentDemand', '2025-11-20'), step('collectionFee', '2025-11-20')];
    expect(told(postings, { dueDate: '2025-09-01', feeDay: '2025-12-31' })).toEqual([
      ['2025-11-20', 'collectionFee', 28000],
    ]);
    expect(told(postings, { dueDate: '2025-09-01', feeDay: '2026-01-01' })).toEqual([
      ['2025-11-20', 'collectionFee', 30000],
    ]);
  });

  it('recorded in parts never comes to more than its stage', () => {
    const postings = [
      step('paymentDemand', '2026-03-02'),
      step('collectionFee', '2026-03-02', 30000),
      step('collectionFee', '2026-03-20', 30000),
      step('collectionFee', '2026-04-14', 40000),
    ];
    expect(told(postings)).toEqual([
      ['2026-03-02', 'collectionFee', 30000],
      ['2026-03-20', 'collectionFee', 0, 'maximum'],
      ['2026-04-14', 'collectionFee:heavy', 30000, 'maximum'],
    ]);
  });

  it('recorded light stays light: the desk adds no fee nobody charged', () => {
    expect(told([step('paymentDemand', '2026-03-02'), step('collectionFee', '2026-03-02', 30000)])).toEqual([
      ['2026-03-02', 'collectionFee', 30000],
    ]);
  });

  it('of a claim due before October 2020 is refused, unless its amount was recorded', () => {
    expect(told([step('collectionFee', '2021-03-02')], { dueDate: '2020-09-30' })).toEqual({
      missingRate: '2020-09-30',
    });
    expect(told([step('collectionFee', '2021-03-02', 70000)], { dueDate: '2020-09-30' })).toEqual([
      ['2021-03-02', 'collectionFee', 70000],
    ]);
  });
});

describe('a court fee', () => {
  it("is the year's, or as recorded", () => {
    expect(
      told([step('courtFee', '2025-06-02'), step('courtFee', '2026-06-02'), step('courtFee', '2023-06-02', 124300)]),
    ).toEqual([
      ['2023-06-02', 'courtFee', 124300],
      ['2025-06-02', 'courtFee', 131400],
      ['2026-06-02', 'courtFee', 134500],
    ]);
  });

  it.each(['2022-01-01', '2024-12-31', '2027-01-01'])('of %s is refused', (day) => {
    expect(told([step('courtFee', day)])).toEqual({ missingRate: day });
  });
});

describe('a dispute', () => {
  const postings = [
    step('reminder', '2026-02-15'),
    step('disputed', '2026-03-01'),
    step('reminder', '2026-03-10'),
    step('paymentDemand', '2026-03-20'),
    step('collectionFee', '2026-03-20'),
    step('courtFee', '2026-04-01'),
    step('disputeSettled', '2026-06-01'),
  ];

  it("§ 18: bars every cost but the court's under the new act, until it is settled", () => {
    expect(told(postings, { regime: 'inkassolov-2026' })).toEqual([
      ['2026-02-15', 'reminder', 3800],
      ['2026-03-10', 'reminder', 0, 'dispute'],
      ['2026-03-20', 'collectionFee', 0, 'dispute'],
      ['2026-04-01', 'courtFee', 134500],
      ['2026-05-02', 'collectionFee:heavy', 0, 'dispute'],
    ]);
  });

  it('§ 17: under the act of 1988 a person decides, and the fees stand until then', () => {
    expect(told(postings, { feeDay: '2026-03-25' })).toEqual([
      ['2026-02-15', 'reminder', 3800],
      ['2026-03-10', 'reminder', 3800],
      ['2026-03-20', 'collectionFee', 30000],
      ['2026-04-01', 'courtFee', 134500],
    ]);
  });
});
