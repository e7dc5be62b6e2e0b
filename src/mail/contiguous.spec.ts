import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextUid } from './contiguous.js';

describe('reading goes on', () => {
  it.each([
    ['behind the last when all is stored', 5, [5, 6, 9], [5, 6, 9], 10],
    ['at the first gap [F07]', 5, [5, 6, 9], [5, 9], 6],
    ['where it was when the first is missing', 5, [5, 6], [6], 5],
    ['where it was when nothing was listed [F07]', 5, [], [], 5],
    ['behind numbers the server never gave out', 5, [40], [40], 41],
    ['where it was when the server lists only older ones', 5, [4], [4], 5],
  ])('%s', (_, from, listed, accounted, next) => {
    expect(nextUid(from, listed, new Set(accounted))).toBe(next);
  });

  it('never passes a mail that is not stored, and never goes back', () => {
    const uids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), uids, uids, (from, all, stored) => {
        const listed = all.filter((uid) => uid >= from).sort((a, b) => a - b);
        const next = nextUid(from, listed, new Set(stored));
        return next >= from && listed.every((uid) => uid >= next || stored.includes(uid));
      }),
    );
  });
});
