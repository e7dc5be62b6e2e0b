/** One conversation held in several worlds: where two observers would part, and which planted leaks show. */
import type { Leak } from './leaks.js';
import type { Script } from './script.js';
import { canonical, firstDifference, type Seen } from './seen.js';
import type { World } from './worlds.js';

export type Held = { readonly world: World; readonly seen: readonly Seen[] };

export type Difference = {
  readonly seed: number;
  readonly world: string;
  readonly at: number;
  readonly one: string;
  readonly other: string;
};

/** Every world beside the first. @param keepTimes  where the test moves the clock */
export const compare = (
  { seed }: Script,
  [first, ...others]: readonly Held[],
  keepTimes: boolean,
): readonly Difference[] => {
  if (first === undefined) return [];
  const one = canonical(first.seen, keepTimes);
  return others.flatMap(({ world, seen }) => {
    const difference = firstDifference(one, canonical(seen, keepTimes));
    return difference === null ? [] : [{ seed, world: `${world.level}: ${world.name}`, ...difference }];
  });
};

/** Those of the leaks that show when they are planted in the world that knows her, and in no other. */
export const leaksFound = (
  [first, second]: readonly Held[],
  wanted: readonly Leak[],
  keepTimes: boolean,
): readonly string[] => {
  if (first === undefined || second === undefined || wanted.length === 0) return [];
  const unknown = canonical(second.seen, keepTimes);
  if (firstDifference(canonical(first.seen, keepTimes), unknown) !== null) return [];
  return wanted
    .filter(({ plant }) => firstDifference(canonical(plant(first.seen), keepTimes), unknown) !== null)
    .map(({ name }) => name);
};
