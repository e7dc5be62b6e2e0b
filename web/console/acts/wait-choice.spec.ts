import { describe, expect, it } from '@jest/globals';
import { now } from '../fake-case.js';
import { isAhead, passesDeadline, waitDays } from './wait-choice.js';

describe('putting a case off', () => {
  it('begins tomorrow at the earliest', () => {
    expect(waitDays(now)).toEqual({ first: '2027-03-05', suggested: ['2027-03-05', '2027-03-07', '2027-03-11'] });
  });

  it.each([
    ['2027-03-05', true],
    ['2027-03-04', false],
    ['2027-03-03', false],
    ['', false],
    ['5.3.2027', false],
  ])('until %s lies ahead: %s', (day, ahead) => {
    expect(isAhead(day, now)).toBe(ahead);
  });

  it('warns where the deadline passes meanwhile', () => {
    expect(passesDeadline('2027-03-08', '2027-03-07T12:00:00Z', now)).toBe(true);
    expect(passesDeadline('2027-03-07', '2027-03-07T12:00:00Z', now)).toBe(false);
  });
});
