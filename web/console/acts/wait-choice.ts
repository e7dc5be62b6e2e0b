/** Until which day a case may be put off, and what that means for its deadline. */
import { dayAfter, dayOf, openingOf } from '../time/oslo.js';

export type WaitDays = { readonly first: string; readonly suggested: readonly [string, string, string] };

/** @param now  the desk's clock, ISO; days are YYYY-MM-DD in Oslo */
export function waitDays(now: string): WaitDays {
  const today = dayOf(now);
  return { first: dayAfter(today, 1), suggested: [dayAfter(today, 1), dayAfter(today, 3), dayAfter(today, 7)] };
}

/** Whether what was typed is a day that lies ahead. */
export const isAhead = (day: string, now: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(day) && day > dayOf(now);

/** Whether the deadline passes while the case is out of sight. */
export const passesDeadline = (day: string, deadlineAt: string, now: string): boolean =>
  isAhead(day, now) && Date.parse(openingOf(day)) > Date.parse(deadlineAt);
