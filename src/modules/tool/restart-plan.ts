/** When a process that fell is started again, and when it is left lying. */

export type RestartPlan =
  { readonly kind: 'again'; readonly afterMs: number } | { readonly kind: 'give-up'; readonly falls: number };

/** A process that falls this often within the window will not recover by itself. */
const mostFalls = 6;
const windowMs = 60_000;
const firstPauseMs = 250;
const longestPauseMs = 8_000;

/**
 * @param falls  instants of every fall so far, ms since the epoch, the present one included
 * @param now    ms since the epoch
 * @returns      a pause that doubles with each fall within the last minute, 250 ms to 8 s
 */
export const restartPlan = (falls: readonly number[], now: number): RestartPlan => {
  const recent = falls.filter((at) => now - at < windowMs).length;
  if (recent >= mostFalls) return { kind: 'give-up', falls: recent };
  return { kind: 'again', afterMs: Math.min(firstPauseMs * 2 ** Math.max(recent - 1, 0), longestPauseMs) };
};
