/** How long something has lasted or will last, in words. */
import { count, type Words } from '../words/words.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Until then hours say more than days do. */
const hoursUpTo = 48 * hour;

/** @param ms  any sign; only its size is told, in the largest unit that fits, rounded down */
export function lasting(ms: number, say: Words): string {
  const size = Math.abs(ms);
  if (size < minute) return say.underMinute;
  if (size < hour) return count(say.minutes, Math.floor(size / minute));
  if (size < hoursUpTo) return count(say.hours, Math.floor(size / hour));
  return count(say.days, Math.floor(size / day));
}

/** A running clock, `07:12`; past zero it counts up with a minus before it. */
export function timer(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000);
  const parts = [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0'));
  return `${ms < 0 ? '−' : ''}${parts.join(':')}`;
}
