import type { SignedHead } from './signed-head.js';

/** A line that tells of pruning: when, and the first place that was kept. */
export type PruningLine = { readonly at: string; readonly below: number };

/**
 * Up to which place lines may be gone. A pruning counts only for lines that a head had covered for the whole of their
 * time, so that a line in the journal alone excuses nothing.
 * @param prunings    sealed lines of the journal
 * @param heads       signed heads, shortest first
 * @param keepYears   how long a line is kept (config/policy/retention.yaml, journal)
 * @source            I07
 */
export const prunedBelow = (
  prunings: readonly PruningLine[],
  heads: readonly SignedHead[],
  keepYears: number,
): number =>
  prunings.reduce((most, { at, below }) => {
    const old = heads.findLast((head) => Date.parse(head.at) <= yearsBefore(at, keepYears));
    return Math.max(most, Math.min(below, old?.size ?? 0));
  }, 0);

const dayMs = 86_400_000;
const yearsBefore = (at: string, years: number): number => Date.parse(at) - years * 365 * dayMs;
