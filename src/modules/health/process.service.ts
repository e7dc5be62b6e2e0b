import type { INestApplicationContext } from '@nestjs/common';
import { SkrankeError } from '../values/errors.js';

/**
 * Runs one process of the house: tells the supervisor when it really answers, ends cleanly on a signal or when the
 * supervisor is gone, and says one readable reason when it cannot start.
 */
export const startProcess = async (
  name: 'main' | 'worker',
  start: () => Promise<INestApplicationContext>,
): Promise<void> => {
  try {
    const app = await start();
    const end = once(() => void app.close().finally(() => process.exit(0)));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
    process.on('disconnect', end);
    process.send?.({ ready: true });
  } catch (error) {
    const reason = reasonOf(name, error);
    // Whoever started this process shows the reason, once for both processes; alone it says it itself.
    if (process.send === undefined) process.stderr.write(`${reason}\n`);
    else process.send({ fatal: reason });
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 200);
  }
};

/** A reason without parameters, queries or values: they may hold personal data. */
const reasonOf = (name: string, error: unknown): string => {
  if (error instanceof SkrankeError) return `${error.code}: ${error.detail}`;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'EADDRINUSE') return 'SKR_SETTINGS_INVALID: PORT: another program listens there';
  const driver = error instanceof Error && 'driverError' in error;
  return `SKR_INTERNAL: ${name} could not start (${driver ? 'database' : error instanceof Error ? `${error.name} ${code} ${error.message.split('\n')[0] ?? ''}` : 'unknown'})`;
};

const once = (action: () => void): (() => void) => {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
};
