/** Runs the migrations in a process of their own: the only one that is told the schema owner's password. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { fatalReason } from './fatal-reason.js';
import { openLog, readLog } from './log-file.service.js';

const withinMs = 300_000;

/**
 * @param built  the folder of the compiled program
 * @throws       CannotStart when they do not run through
 */
export const migrateIn = async (
  built: string,
  env: NodeJS.ProcessEnv,
  ownerUrl: string,
  logFolder: string,
): Promise<void> => {
  const path = join(logFolder, 'migrate.log');
  const log = await openLog(path);
  try {
    const { size } = await log.stat();
    const child = fork(join(built, 'modules/tool/migrate.service.js'), [], {
      env: { ...env, DATABASE_OWNER_URL: ownerUrl },
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
      timeout: withinMs,
      killSignal: 'SIGKILL',
    });
    const end = await new Promise<string | null>((settle) => {
      child.once('exit', (code, signal) => settle(code === 0 ? null : `ended with ${signal ?? String(code)}`));
      child.once('error', (error) => settle(error.message));
    });
    if (end === null) return;
    const reason = fatalReason(await readLog(log, size)) ?? end;
    throw new CannotStart(`The database cannot be brought up to date: ${reason} (${path}).`);
  } finally {
    await log.close();
  }
};
