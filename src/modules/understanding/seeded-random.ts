/** Numbers that look random and are the same for the same seed, for training only. */

/** At least 0, below 1. */
export type Random = () => number;

/** @param seed  any 32-bit integer; Numerical Recipes' linear congruential generator */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Fisher-Yates, in place. */
export function shuffle(list: unknown[], random: Random): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
}
