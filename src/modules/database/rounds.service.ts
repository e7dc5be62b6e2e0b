import type { Signal, SignalsService } from './signals.service.js';

/**
 * What a job of the worker does again and again.
 * @property work    one round; between two pieces of work it asks whether it may go on
 * @property failed  a round that threw; the next one comes all the same
 */
export type RoundsOf = {
  readonly signal: Signal;
  readonly everyMs: number;
  readonly work: (mayGoOn: () => boolean) => Promise<void>;
  readonly failed: (error: unknown) => void;
};

export type Rounds = {
  readonly start: () => void;
  /** A round now; asked for while one runs, another follows it. Rejects when the round threw. */
  readonly now: () => Promise<void>;
  /** No more rounds; settles when the one under way has ended. */
  readonly stop: () => Promise<void>;
};

/** Rounds at a signal, and every so often besides, in case the signal was lost. Never two at once. */
export const newRounds = (signals: SignalsService, { signal, everyMs, work, failed }: RoundsOf): Rounds => {
  const ends: (() => void)[] = [];
  let wanted = false;
  let stopped = false;
  let running: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    while (wanted && !stopped) {
      wanted = false;
      await work(() => !stopped);
    }
  };
  const now = async (): Promise<void> => {
    wanted = true;
    running ??= run().finally(() => (running = null));
    await running;
  };
  const wake = (): void => void now().catch(failed);

  return {
    start: () => {
      const timer = setInterval(wake, everyMs);
      ends.push(signals.on(signal, wake), () => clearInterval(timer));
      wake();
    },
    now,
    stop: async () => {
      stopped = true;
      ends.forEach((end) => end());
      await running?.catch(() => undefined);
    },
  };
};
