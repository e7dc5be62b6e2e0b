/** Where the files of the embedded Postgres lie, and the account that owns them. */
import { createHash } from 'node:crypto';
import { chown, chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { makeFolder, readIfThere } from './private-file.service.js';
import { runProgram } from './run-program.service.js';
import { unprivilegedAccount, type Account } from './unprivileged-account.js';

export type PostgresHome = {
  /** Owned by the account, mode 0700. */
  readonly path: string;
  /** Null: the account we run under ourselves. */
  readonly account: Account | null;
  /** True where the account cannot reach the data folder: the home is elsewhere and has to be remembered. */
  readonly elsewhere: boolean;
};

/** Where root keeps what an unprivileged account must reach: not below anybody's home folder. */
export const systemFolder = '/var/lib/skranke';

/**
 * Postgres refuses root, and an unprivileged account cannot enter a folder below root's own.
 * @param dataFolder  the operator's choice, absolute
 * @param remembered  a home chosen earlier that lies elsewhere, or null
 */
export const postgresHome = async (dataFolder: string, remembered: string | null): Promise<PostgresHome> => {
  const asRoot = process.getuid?.() === 0;
  await makeFolder(dataFolder, asRoot ? 0o711 : 0o700);
  if (remembered !== null && (await exists(remembered))) {
    return { path: remembered, account: asRoot ? await ownerOf(remembered) : null, elsewhere: true };
  }
  const within = join(dataFolder, 'server');
  if (!asRoot) return await ownHome(within);
  const account = (await exists(within)) ? await ownerOf(within) : await someAccount();
  if (await offered(within, account)) return { path: within, account, elsewhere: false };
  if (await exists(join(within, 'data')))
    throw new CannotStart(`The account that owns ${within} can no longer reach it.`);
  await rm(within, { recursive: true, force: true });
  return { path: await elsewhere(dataFolder, account), account, elsewhere: true };
};

const exists = async (path: string): Promise<boolean> =>
  await stat(path).then(
    () => true,
    () => false,
  );

const ownHome = async (path: string): Promise<PostgresHome> => {
  await makeFolder(path, 0o700);
  return { path, account: null, elsewhere: false };
};

/** A cluster made by somebody else goes on under their account. */
const ownerOf = async (path: string): Promise<Account> => {
  const { uid, gid } = await stat(path);
  return uid === 0 ? await someAccount() : { uid, gid };
};

const someAccount = async (): Promise<Account> => {
  const account = unprivilegedAccount((await readIfThere('/etc/passwd')) ?? '');
  if (account === null) {
    throw new CannotStart(
      'Postgres does not run as root, and this machine has no other account. Start as another user.',
    );
  }
  return account;
};

/** Makes the folder for the account. @returns whether the account really gets there */
const offered = async (path: string, account: Account): Promise<boolean> => {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chown(path, account.uid, account.gid);
    await chmod(path, 0o700);
  } catch {
    return false;
  }
  const words = ['-c', 'cd "$0" && test -w . && test -x .', path];
  return (await runProgram('/bin/sh', words, { account, timeoutMs: 5_000 })).ok;
};

const elsewhere = async (dataFolder: string, account: Account): Promise<string> => {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  const system = join(systemFolder, `server-${name}`);
  // Not remembered, so nobody has its passwords any more.
  await rm(system, { recursive: true, force: true });
  if ((await madeForAll(systemFolder)) && (await offered(system, account))) return system;
  const temporary = await mkdtemp(join(tmpdir(), 'skranke-server-'));
  if (await offered(temporary, account)) return temporary;
  throw new CannotStart(
    `Postgres does not run as root, and no other account can reach ${systemFolder} or ${tmpdir()}.`,
  );
};

const madeForAll = async (folder: string): Promise<boolean> =>
  await makeFolder(folder, 0o755).then(
    () => true,
    () => false,
  );
