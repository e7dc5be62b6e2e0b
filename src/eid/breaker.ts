/** Whether an issuer that has failed is asked again: an issuer that is down must not make everybody wait. */
export type Breaker = { readonly failures: number; readonly lastAt: number };

export const closed: Breaker = { failures: 0, lastAt: 0 };

const failuresUntilOpen = 3;
const openMs = 30_000;

/** @returns false while it has failed too often just now; one is let through when the pause is over */
export const mayAsk = ({ failures, lastAt }: Breaker, now: Date): boolean =>
  failures < failuresUntilOpen || now.getTime() - lastAt >= openMs;

/** The breaker after an answer, or after none. */
export const afterAsking = (before: Breaker, answered: boolean, now: Date): Breaker =>
  answered ? closed : { failures: before.failures + 1, lastAt: now.getTime() };
