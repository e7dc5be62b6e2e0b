/** An embedded Postgres that comes back on the same port when it is killed under the desk. */
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres, type PostgresWish, type RunningPostgres } from './embedded-postgres.service.js';
import { restartPlan } from './restart-plan.js';

export type KeptPostgres = Pick<RunningPostgres, 'host' | 'port' | 'url' | 'stop' | 'kill'>;

/**
 * @param onGivenUp  told once, when it cannot be kept up
 * @throws           CannotStart when it does not come up the first time
 */
export const keepPostgres = async (wish: PostgresWish, onGivenUp: (reason: string) => void): Promise<KeptPostgres> => {
  const first = await startPostgres(wish);
  let current = first;
  let stopping = false;
  const isStopping = (): boolean => stopping;
  const falls: number[] = [];
  const watch = async (): Promise<void> => {
    while (!isStopping()) {
      await current.lost;
      falls.push(Date.now());
      const plan = restartPlan(falls, Date.now());
      if (plan.kind === 'give-up') throw new Error(`it fell ${plan.falls} times within a minute`);
      await pause(plan.afterMs);
      if (isStopping()) return;
      current = await startPostgres({ dataDir: wish.dataDir, port: first.port });
      if (isStopping()) await current.stop();
    }
  };
  watch().catch((error: unknown) => {
    if (!isStopping()) onGivenUp(`Postgres is gone: ${error instanceof Error ? error.message : 'for no known reason'}`);
  });
  return {
    host: first.host,
    port: first.port,
    url: first.url,
    stop: async () => {
      stopping = true;
      await current.stop();
    },
    kill: () => {
      stopping = true;
      current.kill();
    },
  };
};
