import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { addDays, parseDay, weekdayOf } from './day.js';
import {
  addWorkingDays,
  easterSunday,
  holidaysWith,
  isNorwegianHoliday,
  isWorkingDay,
  workingDayFrom,
} from './holidays.js';

const daysOf = (year: number) =>
  Array.from({ length: year % 4 === 0 ? 366 : 365 }, (_, at) => addDays(parseDay(`${String(year)}-01-01`), at));

describe('Norwegian holidays', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2029, '2029-04-01'],
    [2030, '2030-04-21'],
    [2031, '2031-04-13'],
    [2032, '2032-03-28'],
    [2033, '2033-04-17'],
    [2034, '2034-04-09'],
    [2035, '2035-03-25'],
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('R3: Easter Sunday of %d is %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it('R3: are the twelve of 2026', () => {
    expect(daysOf(2026).filter(isNorwegianHoliday)).toEqual([
      '2026-01-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-17',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('fall together where the calendar says so: 17 May 2027 is Whit Monday', () => {
    expect(daysOf(2027).filter(isNorwegianHoliday)).toHaveLength(11);
  });

  it('put Easter on a Sunday from 22 March to 25 April, every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
        const day = easterSunday(year);
        return weekdayOf(day) === 7 && day.slice(5) >= '03-22' && day.slice(5) <= '04-25';
      }),
    );
  });

  it('R8: take what configuration adds and removes', () => {
    const isHoliday = holidaysWith({
      added: [{ day: parseDay('2026-12-24') }],
      removed: [{ day: parseDay('2026-05-01') }],
    });
    expect([
      isHoliday(parseDay('2026-12-24')),
      isHoliday(parseDay('2026-05-01')),
      isHoliday(parseDay('2026-12-25')),
    ]).toEqual([true, false, true]);
  });
});

describe('working days', () => {
  it('R3: leave out Saturdays, Sundays and holidays, but not Christmas Eve', () => {
    expect(isWorkingDay(parseDay('2026-12-24'), isNorwegianHoliday)).toBe(true);
    expect(workingDayFrom(parseDay('2026-12-25'), isNorwegianHoliday)).toBe('2026-12-28');
    expect(workingDayFrom(parseDay('2026-04-02'), isNorwegianHoliday)).toBe('2026-04-07');
  });

  it('are counted from the day after', () => {
    expect(addWorkingDays(parseDay('2026-04-01'), 1, isNorwegianHoliday)).toBe('2026-04-07');
    expect(addWorkingDays(parseDay('2026-11-20'), 1, isNorwegianHoliday)).toBe('2026-11-23');
    expect(addWorkingDays(parseDay('2026-11-21'), 3, isNorwegianHoliday)).toBe('2026-11-25');
    expect(addWorkingDays(parseDay('2026-11-21'), 0, isNorwegianHoliday)).toBe('2026-11-21');
  });
});
