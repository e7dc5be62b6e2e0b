import { describe, expect, it } from '@jest/globals';
import { slownessMs } from './slowness.js';

const rule = { slowAfterFailures: 3, slowestSeconds: 4 };

describe('an account that was tried in vain', () => {
  it('answers as quickly as ever at first, then slower, and never later than the policy says', () => {
    const waits = [0, 2, 3, 4, 5, 6, 7, 8, 10_000].map((failures) => slownessMs(failures, rule));
    expect(waits).toEqual([0, 0, 250, 500, 1000, 2000, 4000, 4000, 4000]);
  });
});
