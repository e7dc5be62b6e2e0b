/** The embedded Postgres of the demo and the tests; production names a server of its own. */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { CannotStart } from './cannot-start.js';
import { claimFolder } from './folder-claim.service.js';
import { portState, somePort } from './free-port.service.js';
import { superuser } from './initdb-arguments.js';
import { postgresArguments } from './postgres-arguments.js';
import { postgresBinaries } from './postgres-binaries.service.js';
import { clusterExists, makeCluster } from './postgres-cluster.service.js';
import { postgresHome, systemFolder, type PostgresHome } from './postgres-home.service.js';
import { newPasswords, readKept, writeKept, type Kept } from './postgres-keeping.service.js';
import { postgresUrl } from './postgres-url.js';
import { setWatchdog } from './postgres-watchdog.service.js';
import { clusterOf, endPostmaster, findPostmaster, launchPostmaster, type Postmaster } from './postmaster.service.js';
import { prepareCluster } from './prepare-cluster.service.js';
import { makeFolder } from './private-file.service.js';
import { sendSignal } from './process-life.service.js';
import { roleNames, type DatabaseRole } from './role-statements.js';

export type PostgresWish = {
  /** Everything about the cluster is kept below it; made when missing. */
  readonly dataDir: string;
  /** Left out: some free port. */
  readonly port?: number;
  /** When the port is taken: refuse (the default), or take another one and say so. */
  readonly onBusy?: 'refuse' | 'take-another';
  /** False gives up crash safety for speed: for tests. */
  readonly durable?: boolean;
  readonly connections?: number;
  readonly onProgress?: (step: string) => void;
};

export type RunningPostgres = {
  readonly host: string;
  readonly port: number;
  readonly passwords: Kept['passwords'];
  /** True when a server left behind by an earlier start was taken over. */
  readonly reused: boolean;
  /** The address of a database for one of the desk's roles or for the superuser. */
  readonly url: (role: DatabaseRole | 'superuser', database?: string) => string;
  /** Settles when the server has gone without having been stopped. */
  readonly lost: Promise<void>;
  /** Ends the server in order; nothing is left but the files. */
  readonly stop: () => Promise<void>;
  /** Ends it at once, for one who cannot wait; the next start repairs. */
  readonly kill: () => void;
};

export const deskDatabase = 'skranke';

const host = '127.0.0.1';
const startWithinMs = 30_000;

/** @throws CannotStart with the one readable reason */
export const startPostgres = async (wish: PostgresWish): Promise<RunningPostgres> => {
  const dataDir = resolve(wish.dataDir);
  await makeFolder(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700).catch(refuseFolder(dataDir));
  const claim = await claimFolder(dataDir).catch(refuseFolder(dataDir));
  if (claim.kind === 'taken') {
    throw new CannotStart(`The database in ${dataDir} is already in use by process ${claim.pid}.`);
  }
  try {
    return await raise({ ...wish, dataDir }, claim.release);
  } catch (error) {
    await claim.release();
    throw error;
  }
};

/** Ends a server left behind and removes the cluster. */
export const removePostgres = async (dataDir: string): Promise<void> => {
  const folder = resolve(dataDir);
  const kept = await readKept(folder).catch(() => null);
  const home = await postgresHome(folder, kept?.home ?? null);
  const left = await findPostmaster(home);
  if (left !== null) await endPostmaster(left.pid, home);
  await rm(home.path, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
};

const refuseFolder = (dataDir: string) => (): never => {
  throw new CannotStart(`The data folder ${dataDir} cannot be written to by this account.`);
};

type Rising = PostgresWish & { readonly dataDir: string };

const raise = async (wish: Rising, release: () => Promise<void>): Promise<RunningPostgres> => {
  const { home, kept, postgres } = await groundwork(wish);
  const watchdog = await setWatchdog(home);
  const { postmaster, reused } = await takeOverOrLaunch(wish, home, kept, postgres).catch((error: unknown) => {
    watchdog.end();
    throw error;
  });
  let state: 'up' | 'stopped' | 'lost' = 'up';
  const stop = async (): Promise<void> => {
    if (state === 'lost') return;
    state = 'stopped';
    watchdog.end();
    await endPostmaster(postmaster.pid, home);
    await release();
  };
  const kill = (): void => {
    watchdog.end();
    if (state !== 'lost') sendSignal(postmaster.pid, 'SIGQUIT');
  };
  const running = {
    host,
    port: postmaster.port,
    passwords: kept.passwords,
    reused,
    url: urlOf(kept, postmaster.port),
    stop,
    kill,
  };
  const lost = postmaster.gone.then(async () => {
    if (state === 'stopped') await new Promise<never>(() => undefined);
    state = 'lost';
    watchdog.end();
    await release();
  });
  try {
    if (!kept.prepared) await prepare(wish, running.url('superuser', 'postgres'), kept);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...running, lost };
};

type Groundwork = { readonly home: PostgresHome; readonly kept: Kept; readonly postgres: string };

const groundwork = async (wish: Rising): Promise<Groundwork> => {
  const before = await readKept(wish.dataDir);
  const home = await postgresHome(wish.dataDir, before?.home ?? null);
  const cache = home.account === null ? wish.dataDir : systemFolder;
  const { initdb, postgres } = await postgresBinaries(home.account, cache);
  const exists = await clusterExists(home);
  if (exists && before === null) {
    throw new CannotStart(
      `The passwords of the database in ${home.path} are gone; \`npm start -- --fresh\` begins anew.`,
    );
  }
  if (exists && before !== null) return { home, kept: before, postgres };
  wish.onProgress?.('making the database');
  const passwords = before?.passwords ?? newPasswords();
  const kept = { passwords, home: home.elsewhere ? home.path : null, prepared: false };
  await writeKept(wish.dataDir, kept);
  await makeCluster({ initdb, home, password: passwords.superuser, durable: wish.durable ?? true });
  return { home, kept, postgres };
};

type Server = { readonly postmaster: Postmaster; readonly reused: boolean };

const takeOverOrLaunch = async (wish: Rising, home: PostgresHome, kept: Kept, program: string): Promise<Server> => {
  wish.onProgress?.('starting the database');
  const left = await findPostmaster(home);
  if (left !== null) {
    const fits = wish.port === undefined || wish.port === left.port || wish.onBusy === 'take-another';
    if (fits && (await answers(left.port, home, kept))) return { postmaster: left, reused: true };
    await endPostmaster(left.pid, home);
  }
  const end = Date.now() + startWithinMs;
  let port = await firstPort(wish);
  for (;;) {
    const server = {
      folder: clusterOf(home),
      port,
      durable: wish.durable ?? true,
      connections: wish.connections ?? 100,
    };
    const logFile = join(wish.dataDir, 'postgres.log');
    const launch = await launchPostmaster({ program, words: postgresArguments(server), home, logFile });
    if (launch.kind === 'up') return { postmaster: launch.postmaster, reused: false };
    if (launch.kind === 'final') throw new CannotStart(`Postgres does not start: ${launch.reason} (${logFile}).`);
    if (Date.now() > end) throw new CannotStart(`Postgres does not start: its files or port stay in use (${logFile}).`);
    if (launch.kind === 'port-busy') port = await anotherPort(wish, port);
    else await pause(200);
  }
};

/** Whether the server is the one these files and passwords belong to. */
const answers = async (port: number, home: PostgresHome, kept: Kept): Promise<boolean> => {
  const connectionString = urlOf(kept, port)('superuser', 'postgres');
  const client = new Client({ connectionString, connectionTimeoutMillis: 3_000, query_timeout: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query<{ data_directory: string }>('SHOW data_directory');
    return found.rows[0]?.data_directory === clusterOf(home);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const firstPort = async (wish: Rising): Promise<number> => {
  if (wish.port === undefined) return await somePort();
  return (await portState(wish.port)) === 'free' ? wish.port : await anotherPort(wish, wish.port);
};

const anotherPort = async (wish: Rising, busy: number): Promise<number> => {
  if (wish.port !== undefined && wish.onBusy !== 'take-another') {
    throw new CannotStart(`Port ${busy}, wanted for Postgres, is taken by another program.`);
  }
  const port = await somePort();
  wish.onProgress?.(`port ${busy} is taken, so Postgres listens on ${port}`);
  return port;
};

const prepare = async (wish: Rising, superuserUrl: string, kept: Kept): Promise<void> => {
  await prepareCluster(superuserUrl, kept.passwords, deskDatabase);
  await writeKept(wish.dataDir, { ...kept, prepared: true });
};

const urlOf =
  (kept: Kept, port: number) =>
  (role: DatabaseRole | 'superuser', database = deskDatabase): string =>
    postgresUrl({
      host,
      port,
      role: role === 'superuser' ? superuser : roleNames[role],
      password: kept.passwords[role],
      database,
    });
