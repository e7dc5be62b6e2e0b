/** Chance that can be thrown again: the same seed makes the same conversation. */
export type SeededDice = {
  /** 0 or more, below `most`. */
  readonly below: (most: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  /** True so many times in a hundred. */
  readonly percent: (share: number) => boolean;
};

/** Mulberry32. @param seed  any integer */
export const seededDice = (seed: number): SeededDice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    below,
    one: (of) => {
      const chosen = of[below(of.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    percent: (share) => next() * 100 < share,
  };
};
