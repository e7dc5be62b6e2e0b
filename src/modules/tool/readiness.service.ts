/** How each of the two processes shows that it is ready. */
import type { ChildProcess } from 'node:child_process';
import { waitUntil } from './wait-until.service.js';

const readyWithinMs = 90_000;

/** main answers its readiness door. */
export const answersReady = (url: string) => async (): Promise<boolean> =>
  (await waitUntil(async () => ((await isReady(url)) ? true : null), readyWithinMs, 50)) === true;

/** worker has no door: it says so to its parent. */
export const saysReady = (child: ChildProcess): Promise<boolean> =>
  new Promise((settle) => {
    const timer = setTimeout(() => settle(false), readyWithinMs);
    timer.unref();
    child.on('message', (message) => {
      if (!isReadyWord(message)) return;
      clearTimeout(timer);
      settle(true);
    });
  });

const isReadyWord = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'ready' in message && message.ready === true;

const isReady = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
};
