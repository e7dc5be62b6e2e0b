/** Ends the embedded Postgres some time after the desk was killed and nobody came back for it. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { clusterOf } from './postmaster.service.js';
import type { PostgresHome } from './postgres-home.service.js';
import { writePrivate } from './private-file.service.js';
import { sendSignal } from './process-life.service.js';
import { bareEnvironment } from './run-program.service.js';

export type Watchdog = { readonly end: () => void };

/** Long enough for a restart to find the server still warm. */
const graceSeconds = 20;

/**
 * Its input ends when we die. A new start writes a word of its own into `holder`, and the old watchdog goes;
 * its arguments are the holder, the word, the grace and the server's pid file.
 */
const script = `read -r _
left=$3
while [ "$left" -gt 0 ]; do
  sleep 1
  [ "$(cat "$1" 2>/dev/null)" = "$2" ] || exit 0
  left=$((left - 1))
done
kill -INT "$(head -n 1 "$4")"`;

/**
 * Takes the server over from any earlier watchdog and sets a new one.
 * @param grace  seconds from our end to the server's
 */
export const setWatchdog = async (home: PostgresHome, grace = graceSeconds): Promise<Watchdog> => {
  const holder = join(home.path, 'holder');
  const word = randomBytes(16).toString('hex');
  await writePrivate(holder, word);
  if (home.account !== null) await chown(holder, home.account.uid, home.account.gid);
  const words = [
    '-c',
    script,
    'skranke-watchdog',
    holder,
    word,
    String(grace),
    join(clusterOf(home), 'postmaster.pid'),
  ];
  const child = spawn('/bin/sh', words, {
    ...home.account,
    cwd: '/',
    env: bareEnvironment,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return { end: () => endGroup(child.pid) };
};

const endGroup = (pid: number | undefined): void => {
  if (pid !== undefined) sendSignal(-pid, 'SIGKILL');
};
