import { describe, expect, it } from '@jest/globals';
import { words } from '../words/words.js';
import { lasting, timer } from './lasting.js';

const minute = 60_000;

describe('how long something lasts', () => {
  it.each([
    [0, 'under ett minutt'],
    [minute, '1 minutt'],
    [59 * minute, '59 minutter'],
    [60 * minute, '1 time'],
    [47 * 60 * minute, '47 timer'],
    [48 * 60 * minute, '2 dager'],
    [-3 * 24 * 60 * minute, '3 dager'],
  ])('%d ms is told in the largest unit that fits', (ms, told) => {
    expect(lasting(ms, words.nb)).toBe(told);
  });

  it('runs as a clock where seconds count', () => {
    expect(timer(432_000)).toBe('07:12');
    expect(timer(999)).toBe('00:00');
    expect(timer(-61_000)).toBe('−01:01');
  });
});
