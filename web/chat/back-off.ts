/** How long to wait before the next try. */

/** Bounds of the wait, ms: quick after a blip, never so slow that a person gives up. */
const FIRST_MS = 250;
const LONGEST_MS = 8_000;

/** A server that asks for patience without saying how much gets this, ms. */
const PATIENCE_MS = 1_000;

/**
 * The wait before a retry: doubles from 0.25 s to 8 s, half of it fixed, half by chance.
 * @param failures  tries failed so far, >= 0
 * @param chance    0 <= chance < 1
 * @returns         ms, within [half, whole] of the step
 */
export function backOff(failures: number, chance: number): number {
  const step = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  return Math.round(step / 2 + (step / 2) * chance);
}

/**
 * The wait a busy server asked for.
 * @param header  value of Retry-After in seconds, as our server gives it; null when absent
 * @returns       ms, never less than 1 s: also for a date, which we do not read
 * @source        RFC 9110 § 10.2.3
 */
export function patience(header: string | null): number {
  return Math.max(PATIENCE_MS, Number(header) * 1_000 || 0);
}
