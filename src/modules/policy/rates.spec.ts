import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { shippedRates } from '../../../test/world/rates.js';
import { parseDay } from '../values/day.js';
import { rateOn, regimeOn, withoutSample } from './rate-on.js';
import { lateInterestSchema } from './rates.schema.js';

const { lateInterest, fees, regimes } = shippedRates;
const percentOn = (day: string) => rateOn(lateInterest.rows, parseDay(day))?.percent ?? null;
const faultsOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];

describe('the rates', () => {
  it.each([
    ['2014-12-31', null],
    ['2015-01-01', '9.25'],
    ['2016-07-01', '8.50'],
    ['2020-06-30', '9.50'],
    ['2020-07-01', '8.00'],
    ['2022-12-31', '9.25'],
    ['2023-07-01', '11.75'],
    ['2025-06-30', '12.50'],
    ['2025-07-01', '12.25'],
    ['2026-01-01', '12.00'],
    ['2026-06-30', '12.00'],
    ['2026-12-31', '12.25'],
    ['2027-07-01', null],
  ])('late interest on %s is %s per cent', (day, percent) => {
    expect(percentOn(day)).toBe(percent);
  });

  it('late interest has a row for every half-year from 2015, each beginning where the last ends', () => {
    const starts = lateInterest.rows.map((row) => row.from.slice(5));
    expect(starts.every((start, at) => start === (at % 2 === 0 ? '01-01' : '07-01'))).toBe(true);
    expect(lateInterest.rows.slice(1).every((row, at) => row.from === lateInterest.rows[at]?.to)).toBe(true);
    expect(lateInterest.rows).toHaveLength(25);
  });

  it('what was invented for the demo is left out of production, which then refuses', () => {
    expect(percentOn('2027-01-01')).toBe('12.25');
    expect(rateOn(withoutSample(shippedRates).lateInterest.rows, parseDay('2027-01-01'))).toBeNull();
    expect(withoutSample(shippedRates).lateInterest.rows).toHaveLength(24);
  });

  it('the court fee of 2022 to 2024 stays unknown', () => {
    const courtFee = (day: string) => rateOn(fees.courtFees, parseDay(day))?.nok ?? null;
    expect(['2021-12-31', '2022-01-01', '2024-12-31', '2025-01-01', '2026-12-31', '2027-01-01'].map(courtFee)).toEqual([
      '1199',
      null,
      null,
      '1314',
      '1345',
      null,
    ]);
  });

  it('every row names its source', () => {
    const rows = [...lateInterest.rows, ...Object.values(fees).flat(), ...regimes];
    expect(rows.every((row) => row.source.length > 4)).toBe(true);
  });

  it('the act of 1988 is in force until the King decides', () => {
    expect([regimeOn(regimes, parseDay('1989-09-30')), regimeOn(regimes, parseDay('2026-11-24'))?.id]).toEqual([
      null,
      'inkassolov-1988',
    ]);
  });
});

describe('a faulty table of rates', () => {
  const row = { from: '2026-01-01', to: '2026-07-01', percent: '12.00', source: 'x' };
  const { rules } = lateInterest;

  it.each([
    [[{ ...row, to: null }], 'rows.0.to may not be open: a new figure is due'],
    [
      [
        { ...row, to: null },
        { ...row, from: '2026-07-01', to: '2027-01-01' },
      ],
      'rows.0.to is open before a later row',
    ],
    [[row, { ...row, from: '2026-06-30', to: '2027-01-01' }], 'rows.1.from overlaps the row before'],
    [[row, row], 'rows.1.from overlaps the row before'],
    [[{ ...row, to: '2026-01-01' }], 'rows.0.to is not after `from`'],
    [[{ ...row, from: '2026-02-30' }], 'rows.0.from is not a day YYYY-MM-DD'],
    [[{ ...row, percent: 12 }], 'rows.0.percent Invalid input: expected string, received number'],
    [[{ ...row, percent: '12,00' }], 'rows.0.percent is not a decimal number in quotes'],
    [[{ ...row, source: '' }], 'rows.0.source Too small: expected string to have >=1 characters'],
  ])('is told of by the path of the fault: %j', (rows, fault) => {
    expect(faultsOf(lateInterestSchema, { rules, rows })).toContain(fault);
  });

  it('is told of in all its faults at once', () => {
    expect(
      faultsOf(lateInterestSchema, {
        rules: { ...rules, onCosts: true },
        rows: [{ ...row, percent: 'x', source: '' }],
      }),
    ).toHaveLength(3);
  });

  it('may have gaps, which mean that nothing is known', () => {
    expect(
      faultsOf(lateInterestSchema, { rules, rows: [row, { ...row, from: '2027-01-01', to: '2027-07-01' }] }),
    ).toEqual([]);
  });
});
