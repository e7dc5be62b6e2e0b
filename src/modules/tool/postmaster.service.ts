/** The server process of the embedded Postgres: starting it, finding one that still runs, ending it. */
import { spawn } from 'node:child_process';
import { rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openLog, readLog } from './log-file.service.js';
import type { PostgresHome } from './postgres-home.service.js';
import { postgresFailure, type PostgresFailure } from './postgres-failure.js';
import { readPostmasterPid } from './postmaster-pid.js';
import { readIfThere } from './private-file.service.js';
import { livingProcess, sendSignal } from './process-life.service.js';
import { bareEnvironment } from './run-program.service.js';
import { waitUntil } from './wait-until.service.js';

export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  /** Settles when the process has gone, for whatever reason. */
  readonly gone: Promise<void>;
};

export type Launch = { readonly kind: 'up'; readonly postmaster: Postmaster } | PostgresFailure;

type Launching = {
  readonly program: string;
  readonly words: readonly string[];
  readonly home: PostgresHome;
  readonly logFile: string;
};

const readyWithinMs = 60_000;
const orphanGlanceMs = 500;

/** The folder of the cluster within its home. */
export const clusterOf = (home: PostgresHome): string => join(home.path, 'data');

/** @returns the server that runs on this home's cluster, ours or left behind by a start that was killed; else null */
export const findPostmaster = async (home: PostgresHome): Promise<Postmaster | null> => {
  const written = readPostmasterPid((await readIfThere(pidFile(home))) ?? '');
  if (written === null || !(await isOurs(written.pid, home))) return null;
  const port = await waitUntil(() => readyPort(home, written.pid), 10_000);
  return port === null
    ? { pid: written.pid, port: 0, gone: gone(written.pid, home) }
    : { pid: written.pid, port, gone: gone(written.pid, home) };
};

/** Starts a server and waits until it takes connections. */
export const launchPostmaster = async (launching: Launching): Promise<Launch> => {
  const { home } = launching;
  await dropForeignPidFile(home);
  const log = await openLog(launching.logFile);
  try {
    const { size } = await log.stat();
    const server = begin(launching, log);
    const ended = server.gone.then(() => 'ended' as const);
    const up = waitUntil(async () => await readyPort(home, server.pid), readyWithinMs, 10);
    const first = await Promise.race([ended, up]);
    if (typeof first === 'number')
      return { kind: 'up', postmaster: { pid: server.pid, port: first, gone: server.gone } };
    if (first === null) await endPostmaster(server.pid, home);
    return server.failure() ?? postgresFailure(await readLog(log, size));
  } finally {
    await log.close();
  }
};

/** Ends the server: open transactions are rolled back and everything is written out; what does not end is killed. */
export const endPostmaster = async (pid: number, home: PostgresHome): Promise<void> => {
  const steps = [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const;
  for (const [signal, patienceMs] of steps) {
    if (!(await isOurs(pid, home))) break;
    sendSignal(pid, signal);
    const dead = await waitUntil(async () => ((await isOurs(pid, home)) ? null : true), patienceMs);
    if (dead !== null) break;
  }
};

const pidFile = (home: PostgresHome): string => join(clusterOf(home), 'postmaster.pid');

/** A number alone proves nothing: after a reboot it may be anybody's. */
const isOurs = async (pid: number, home: PostgresHome): Promise<boolean> => {
  const alive = await livingProcess(pid);
  if (alive === null) return false;
  const uid = home.account?.uid ?? process.getuid?.() ?? null;
  return alive.commandLine.includes(`-D ${clusterOf(home)} `) && (alive.uid === null || alive.uid === uid);
};

const readyPort = async (home: PostgresHome, pid: number): Promise<number | null> => {
  const written = readPostmasterPid((await readIfThere(pidFile(home))) ?? '');
  return written?.pid === pid && written.status === 'ready' ? written.port : null;
};

/** Postgres itself takes any living process of this number for a server and would refuse for ever. */
const dropForeignPidFile = async (home: PostgresHome): Promise<void> => {
  const written = readPostmasterPid((await readIfThere(pidFile(home))) ?? '');
  if (written !== null && (await isOurs(written.pid, home))) return;
  await rm(pidFile(home), { force: true });
};

type Begun = { readonly pid: number; readonly gone: Promise<void>; readonly failure: () => PostgresFailure | null };

const begin = (launching: Launching, log: FileHandle): Begun => {
  let failure: PostgresFailure | null = null;
  const child = spawn(launching.program, launching.words, {
    ...launching.home.account,
    cwd: launching.home.path,
    env: bareEnvironment,
    // A process group of its own: Ctrl-C in the terminal must not end the database before those who use it.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const end = new Promise<void>((settle) => {
    child.once('exit', () => settle());
    child.once('error', (error) => {
      failure = { kind: 'final', reason: error.message };
      settle();
    });
  });
  child.unref();
  return { pid: child.pid ?? 0, gone: end, failure: () => failure };
};

/** Of a process that is no child of ours nobody tells us: we look. */
const gone = async (pid: number, home: PostgresHome): Promise<void> => {
  while (await isOurs(pid, home)) await pause(orphanGlanceMs, undefined, { ref: false });
};
