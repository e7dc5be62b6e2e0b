import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { shippedRates } from '../../../test/world/rates.js';
import type { InterestRules } from '../policy/rates.schema.js';
import { addDays, daysBetween, parseDay, type Day } from '../values/day.js';
import { ore } from '../values/money.js';
import { isMissing } from './fee-charge.js';
import { lateInterest, type PrincipalStep } from './interest.js';

const { rows, rules } = shippedRates.lateInterest;
const due = parseDay('2025-06-15');
const steps = (...list: readonly (readonly [string, number])[]): readonly PrincipalStep[] =>
  list.map(([from, amount]) => ({ from: parseDay(from), principalOre: ore(amount) }));
const interest = (
  through: string,
  change: Partial<InterestRules> = {},
  list: readonly PrincipalStep[] = steps(['2000-01-01', 1_000_000]),
  from: Day = due,
) => lateInterest(from, list, { rows, rules: { ...rules, ...change } }, parseDay(through));
const reckoned = (...args: Parameters<typeof interest>) => {
  const found = interest(...args);
  if (isMissing(found)) throw new Error(`no rate on ${found.missingRate}`);
  return found;
};
const amounts = (...args: Parameters<typeof interest>) => reckoned(...args).periods.map((period) => period.interestOre);

describe('late interest', () => {
  it('of 10 000 kr due 15 June 2025 is 101.71 kr on 15 July, in two periods', () => {
    expect(reckoned('2025-07-15')).toEqual({
      interestOre: 10171,
      periods: [
        {
          from: '2025-06-16',
          to: '2025-06-30',
          days: 15,
          ratePercent: 12.5,
          principalOre: 1_000_000,
          interestOre: 5137,
        },
        {
          from: '2025-07-01',
          to: '2025-07-15',
          days: 15,
          ratePercent: 12.25,
          principalOre: 1_000_000,
          interestOre: 5034,
        },
      ],
    });
  });

  it('is nothing up to and on the due date, and one day on the day after', () => {
    expect([interest('2025-06-14'), interest('2025-06-15')]).toEqual([
      { periods: [], interestOre: 0 },
      { periods: [], interestOre: 0 },
    ]);
    expect(reckoned('2025-06-16').periods).toMatchObject([{ days: 1, interestOre: 342 }]);
    expect(reckoned('2025-06-15', { firstDay: 'due-date' }).periods).toMatchObject([{ from: '2025-06-15', days: 1 }]);
  });

  it('is split at the half-year also where the rate stays the same', () => {
    expect(
      reckoned('2025-01-31', {}, undefined, parseDay('2023-12-15')).periods.map(({ from, to, ratePercent }) => [
        from,
        to,
        ratePercent,
      ]),
    ).toEqual([
      ['2023-12-16', '2023-12-31', 11.75],
      ['2024-01-01', '2024-06-30', 12.5],
      ['2024-07-01', '2024-12-31', 12.5],
      ['2025-01-01', '2025-01-31', 12.5],
    ]);
  });

  it('counts the 366 days of a leap year over 365, unless the contract counts by the year', () => {
    expect(reckoned('2024-06-30', {}, undefined, parseDay('2023-12-31'))).toMatchObject({
      periods: [{ days: 182, interestOre: 62329 }],
    });
    expect(amounts('2024-06-30', { dayCount: 'actual/actual' }, undefined, parseDay('2023-12-31'))).toEqual([62158]);
  });

  it('falls on what is left from the day of a change, and on nothing once all is paid', () => {
    expect(
      reckoned(
        '2025-07-15',
        {},
        steps(['2025-01-01', 1_000_000], ['2025-06-21', 400_000], ['2025-07-06', 0]),
      ).periods.map(({ from, to, principalOre }) => [from, to, principalOre]),
    ).toEqual([
      ['2025-06-16', '2025-06-20', 1_000_000],
      ['2025-06-21', '2025-06-30', 400_000],
      ['2025-07-01', '2025-07-05', 400_000],
    ]);
  });

  it('is not split where a change leaves the principal as it was', () => {
    expect(reckoned('2025-06-30', {}, steps(['2025-01-01', 500], ['2025-06-20', 500])).periods).toHaveLength(1);
  });

  it('may be rounded once over all periods: the shares add up to the rounded whole', () => {
    expect(amounts('2025-07-15', { rounding: 'total' })).toEqual([5137, 5034]);
    const list = steps(['2025-01-01', 137]);
    expect(reckoned('2026-07-31', {}, list).interestOre).toBe(18);
    expect(reckoned('2026-07-31', { rounding: 'total' }, list).interestOre).toBe(19);
  });

  it("may follow the contract's own rate, which no row limits", () => {
    expect(reckoned('2035-06-15', { percentPerYear: 8.5 }).periods).toMatchObject([
      { from: '2025-06-16', to: '2035-06-15', ratePercent: 8.5 },
    ]);
    expect(
      reckoned('2026-06-15', { percentPerYear: '8.5', dayCount: 'actual/actual' }).periods.map(({ from }) => from),
    ).toEqual(['2025-06-16', '2026-01-01']);
  });

  it('refuses, rather than guesses, on the first day that no row covers', () => {
    expect(interest('2027-07-01')).toEqual({ missingRate: '2027-07-01' });
    expect(interest('2015-02-01', {}, undefined, parseDay('2014-11-01'))).toEqual({ missingRate: '2014-11-02' });
    expect(interest('2027-12-31', {}, steps(['2025-01-01', 100], ['2027-01-01', 0]))).not.toHaveProperty('missingRate');
    const gap = rows.filter((row) => row.from !== '2025-07-01');
    expect(lateInterest(due, steps(['2025-01-01', 100]), { rows: gap, rules }, parseDay('2026-03-01'))).toEqual({
      missingRate: '2025-07-01',
    });
  });

  const start = fc.nat(4000).map((days) => addDays(parseDay('2015-01-01'), days));
  const list = fc.array(fc.tuple(fc.nat(900), fc.nat(5_000_000)), { maxLength: 4 });
  const ruled = fc.record({
    firstDay: fc.constantFrom('due-date' as const, 'day-after' as const),
    dayCount: fc.constantFrom('actual/365' as const, 'actual/actual' as const),
    rounding: fc.constantFrom('per-period' as const, 'total' as const),
  });
  const case_ = fc
    .tuple(start, fc.nat(5_000_000), list, fc.nat(700), ruled)
    .map(([from, principal, changes, length, change]) => ({
      from,
      through: addDays(from, Math.min(length, daysBetween(from, parseDay('2026-12-31')))),
      list: [
        { from, principalOre: ore(principal) },
        ...changes
          .map(([after, amount]) => ({ from: addDays(from, after), principalOre: ore(amount) }))
          .sort((a, b) => (a.from < b.from ? -1 : 1)),
      ],
      change,
    }));

  it('is whole øre, never negative, within one half-year a period, without a day twice or left out', () => {
    fc.assert(
      fc.property(case_, ({ from, through, list: given, change }) => {
        const { periods, interestOre } = reckoned(through, change, given, from);
        return (
          Number.isSafeInteger(interestOre) &&
          periods.every(
            (period) =>
              period.interestOre >= 0 &&
              Number.isSafeInteger(period.interestOre) &&
              period.days === daysBetween(period.from, period.to) + 1 &&
              halfYear(period.from) === halfYear(period.to),
          ) &&
          periods.every((period, at) => period.from > (periods[at - 1]?.to ?? '')) &&
          periods.reduce((sum, period) => sum + period.interestOre, 0) === interestOre
        );
      }),
    );
  });

  it('is what a walk day by day comes to, but for half an øre a period', () => {
    fc.assert(
      fc.property(case_, ({ from, through, list: given, change }) => {
        const { periods, interestOre } = reckoned(through, change, given, from);
        return Math.abs(interestOre - walked(from, through, given, change)) <= periods.length / 2 + 0.001;
      }),
      { numRuns: 60 },
    );
  });

  it('is the same when reckoned to a day and on from the next, but for half an øre a period', () => {
    fc.assert(
      fc.property(case_, fc.nat(700), ({ from, through, list: given, change }, cut) => {
        const middle = addDays(from, cut);
        if (middle >= through) return true;
        const whole = reckoned(through, change, given, from);
        const until = reckoned(middle, change, given, from);
        const since = reckoned(through, { ...change, firstDay: 'day-after' }, given, middle);
        const days = (one: typeof whole) => one.periods.reduce((sum, period) => sum + period.days, 0);
        return (
          days(whole) === days(until) + days(since) &&
          Math.abs(whole.interestOre - until.interestOre - since.interestOre) <= whole.periods.length + 1 &&
          until.interestOre <= whole.interestOre
        );
      }),
    );
  });
});

const halfYear = (day: Day): string => `${day.slice(0, 4)}${day.slice(5, 7) < '07' ? 'a' : 'b'}`;

function walked(from: Day, through: Day, list: readonly PrincipalStep[], change: Partial<InterestRules>): number {
  let sum = 0;
  for (let day = change.firstDay === 'due-date' ? from : addDays(from, 1); day <= through; day = addDays(day, 1)) {
    const principal = list.filter((step) => step.from <= day).at(-1)?.principalOre ?? 0;
    const percent = rows.filter((row) => row.from <= day).at(-1)?.percent ?? '0';
    const isLeap = Number(day.slice(0, 4)) % 4 === 0;
    sum += (principal * Number(percent)) / 100 / (change.dayCount === 'actual/actual' && isLeap ? 366 : 365);
  }
  return sum;
}
