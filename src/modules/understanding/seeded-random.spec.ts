import { describe, expect, it } from '@jest/globals';
import { randomFrom, shuffle } from './seeded-random.js';

describe('seeded numbers', () => {
  it('are the same for the same seed and lie in [0, 1)', () => {
    const [one, other] = [randomFrom(7), randomFrom(7)];
    const drawn = Array.from({ length: 1000 }, () => one());
    expect(drawn).toEqual(Array.from({ length: 1000 }, () => other()));
    expect(drawn.every((each) => each >= 0 && each < 1)).toBe(true);
  });

  it('shuffle without losing anything', () => {
    const list = Array.from({ length: 50 }, (_, i) => i);
    shuffle(list, randomFrom(1));
    expect(list).not.toEqual(list.toSorted((a, b) => a - b));
    expect(new Set(list).size).toBe(50);
  });
});
