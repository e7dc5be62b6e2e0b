import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backOff, patience } from './back-off.js';

describe('the wait before a retry', () => {
  it('begins at a quarter of a second and never exceeds eight', () => {
    expect(backOff(0, 0.999_999)).toBe(250);
    expect(backOff(5, 0.999_999)).toBe(8_000);
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failures, chance) => {
        const wait = backOff(failures, chance);
        expect(wait).toBeGreaterThanOrEqual(125);
        expect(wait).toBeLessThanOrEqual(8_000);
      }),
    );
  });

  it('leaves half of every step to chance, so that many pages do not come back at once', () => {
    expect([backOff(3, 0), backOff(3, 0.5), backOff(3, 0.999_999)]).toEqual([1_000, 1_500, 2_000]);
  });
});

describe('the wait a busy server asks for [RFC 9110 § 10.2.3]', () => {
  it('is honoured to the second', () => {
    expect(patience('7')).toBe(7_000);
  });

  it.each([null, '', '0', '-3', 'soon', 'Wed, 21 Oct 2026 07:28:00 GMT'])(
    'is never less than one second: %p',
    (header) => {
      expect(patience(header)).toBe(1_000);
    },
  );
});
