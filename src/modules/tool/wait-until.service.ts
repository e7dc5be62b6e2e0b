import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is something.
 * @returns  the answer, or null when the time is up
 */
export const waitUntil = async <T>(
  ask: () => Promise<T | null> | T | null,
  timeoutMs: number,
  everyMs = 20,
): Promise<T | null> => {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() >= end) return null;
    await pause(everyMs);
  }
};
