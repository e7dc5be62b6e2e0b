import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  compareDays,
  daysBetween,
  earlierDay,
  endOfDay,
  formatDay,
  laterDay,
  osloDayOf,
  osloInstant,
  parseDay,
  readDay,
  readInstant,
  weekdayOf,
  yearOf,
} from './day.js';

const anyDay = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays(parseDay('2000-01-01'), days));

describe('a day', () => {
  it.each([
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '0000-01-01',
    '',
    '２０２６-01-01',
  ])('is not "%s"', (text) => {
    expect(readDay(text)).toBeNull();
    expect(() => parseDay(text)).toThrow('SKR_BAD_INPUT');
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('R2: %s and %d month(s) is %s', (from, months, to) => {
    expect(addMonths(parseDay(from), months)).toBe(to);
  });

  it.each([
    ['2026-01-31T22:59:59Z', '2026-01-31'],
    ['2026-01-31T23:00:00Z', '2026-02-01'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-06-30T21:59:59.999Z', '2026-06-30'],
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['1969-12-31T23:00:00Z', '1970-01-01'],
  ])('F11: at %s it is %s in Norway', (instant, day) => {
    expect(osloDayOf(new Date(instant))).toBe(day);
  });

  it('F11: begins and ends by the Norwegian clock, 23, 24 or 25 hours apart', () => {
    expect(osloInstant(parseDay('2026-03-29'), '00:00').toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(endOfDay(parseDay('2026-03-29')).toISOString()).toBe('2026-03-29T21:59:59.999Z');
    expect(endOfDay(parseDay('2026-10-25')).toISOString()).toBe('2026-10-25T22:59:59.999Z');
    expect(osloInstant(parseDay('2026-03-29'), '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(osloInstant(parseDay('2026-10-25'), '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('holds its own first and last moment', () => {
    fc.assert(
      fc.property(anyDay, (day) => osloDayOf(endOfDay(day)) === day && osloDayOf(osloInstant(day, '00:00')) === day),
    );
  });

  it('counts days as it adds them', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -4000, max: 4000 }),
        (day, count) => daysBetween(day, addDays(day, count)) === count,
      ),
    );
    fc.assert(fc.property(anyDay, (day) => (weekdayOf(day) % 7) + 1 === weekdayOf(addDays(day, 1))));
    expect(weekdayOf(parseDay('2026-11-24'))).toBe(2);
  });

  it('compares as a calendar does', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        (a, b) => Math.sign(daysBetween(b, a)) === compareDays(a, b) && earlierDay(a, b) <= laterDay(a, b),
      ),
    );
    expect(yearOf(parseDay('2026-11-24'))).toBe(2026);
  });

  it('is written as people say it', () => {
    expect(['nb', 'nn', 'en'].map((language) => formatDay(parseDay('2027-03-04'), language as 'nb'))).toEqual([
      '4. mars 2027',
      '4. mars 2027',
      '4 March 2027',
    ]);
  });
});

describe('an instant', () => {
  it.each([
    '2026-01-31T22:59:59',
    '2026-01-31',
    '2026-01-31T25:00:00Z',
    '2026-02-30T10:00:00Z',
    'soon',
    '2026-01-31T10:00:00+25:00',
    '2026-01-31T10:00:00Z[Europe/Oslo]',
  ])('is not "%s"', (text) => {
    expect(readInstant(text)).toBeNull();
  });

  it.each([
    ['2026-06-30T22:00Z', '2026-06-30T22:00:00.000Z'],
    ['2026-12-01T10:00:00+01:00', '2026-12-01T09:00:00.000Z'],
    ['2026-12-01T10:00:00.1234567-0330', '2026-12-01T13:30:00.123Z'],
  ])('is %s', (text, iso) => {
    expect(readInstant(text)?.toISOString()).toBe(iso);
  });
});
