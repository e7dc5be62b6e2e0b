import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backOffSeconds, mailLifeMs } from './back-off.js';

describe('back-off [F09]', () => {
  it('waits 300 s first and never longer than 4 000 s', () => {
    expect([1, 2, 3, 4, 5, 6].map((n) => backOffSeconds('neutral', n))).toEqual([300, 600, 1200, 2400, 4000, 4000]);
  });

  it('tries a code again within seconds', () => {
    expect([1, 2, 3, 9].map((n) => backOffSeconds('code', n))).toEqual([5, 10, 20, 120]);
  });

  it('gives a mail more than a hundred attempts in its five days', () => {
    let seconds = 0;
    let attempts = 0;
    while (seconds * 1000 < mailLifeMs) seconds += backOffSeconds('answer', ++attempts);
    expect(attempts).toBeGreaterThan(100);
  });

  it('is always positive, bounded and never shrinks', () => {
    fc.assert(
      fc.property(fc.constantFrom('code', 'neutral', 'crisis', 'answer', 'notice'), fc.nat(10_000), (kind, n) => {
        const [now, next] = [backOffSeconds(kind, n), backOffSeconds(kind, n + 1)];
        return now >= 5 && next >= now && next <= 4000;
      }),
    );
  });
});
