import { describe, expect, it } from '@jest/globals';
import { clock, dayAfter, dayInWords, dayOf, daysBetween, dueAt, moment, openingOf, shortDay } from './oslo.js';

const now = '2027-03-04T12:00:00.000Z';

describe('a day of Oslo', () => {
  it('begins at midnight in Oslo, in winter and in summer', () => {
    expect(dayOf('2027-03-04T22:59:59.000Z')).toBe('2027-03-04');
    expect(dayOf('2027-03-04T23:00:00.000Z')).toBe('2027-03-05');
    expect(dayOf('2027-07-04T22:00:00.000Z')).toBe('2027-07-05');
  });

  it('is counted on the calendar, over a change of the clock too', () => {
    expect(daysBetween('2027-03-27T12:00:00Z', '2027-03-29T01:00:00Z')).toBe(2);
    expect(daysBetween('2027-03-04T12:00:00Z', '2027-03-03T23:30:00Z')).toBe(0);
    expect(daysBetween('2027-03-04T12:00:00Z', '2027-03-02T12:00:00Z')).toBe(-2);
  });

  it('follows another over the end of a month', () => {
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(dayAfter('2027-02-28', 1)).toBe('2027-03-01');
  });

  it('opens at eight in Oslo, whatever the sun does', () => {
    expect(openingOf('2027-03-04')).toBe('2027-03-04T07:00:00Z');
    expect(openingOf('2027-07-04')).toBe('2027-07-04T06:00:00Z');
  });
});

describe('a day in words', () => {
  it('is told in the manner of each language', () => {
    expect(dayInWords(now, 'nb')).toBe('4. mars 2027');
    expect(dayInWords(now, 'nn')).toBe('4. mars 2027');
    expect(dayInWords(now, 'en')).toBe('4 March 2027');
  });

  it('brings its year only where it is another one', () => {
    expect(shortDay('2027-02-01T12:00:00Z', 'en', now)).toBe('1 Feb');
    expect(shortDay('2026-02-01T12:00:00Z', 'en', now)).toBe('1 Feb 2026');
  });

  it('is told without the hour where a deadline lasts to the end of its day', () => {
    expect(dueAt('2027-03-10T22:59:59.999Z', 'nb', now)).toBe('10. mars');
    expect(dueAt('2027-03-10T21:00:00Z', 'nb', now)).toBe('10. mars 22:00');
    expect(dueAt('2027-03-04T14:15:00Z', 'nb', now)).toBe('15:15');
  });

  it('is the hour alone today, by the clock of Oslo', () => {
    expect(clock(now, 'nb')).toBe('13:00');
    expect(moment('2027-03-04T08:05:00Z', 'en', now)).toBe('09:05');
    expect(moment('2027-03-03T08:05:00Z', 'en', now)).toBe('3 Mar 09:05');
  });
});
