/** Makes the files of a new Postgres cluster. */
import { chown, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { initdbArguments } from './initdb-arguments.js';
import type { PostgresHome } from './postgres-home.service.js';
import { postgresFailure } from './postgres-failure.js';
import { clusterOf } from './postmaster.service.js';
import { writePrivate } from './private-file.service.js';
import { runProgram } from './run-program.service.js';

type NewCluster = {
  readonly initdb: string;
  readonly home: PostgresHome;
  readonly password: string;
  readonly durable: boolean;
};

const initdbWithinMs = 120_000;

export const clusterExists = async (home: PostgresHome): Promise<boolean> =>
  await stat(join(clusterOf(home), 'PG_VERSION')).then(
    () => true,
    () => false,
  );

/** The cluster gets its name when it is whole: one cut off in the making is made again. */
export const makeCluster = async (cluster: NewCluster): Promise<void> => {
  const { home } = cluster;
  const draft = `${clusterOf(home)}.new`;
  const passwordFile = join(home.path, 'password');
  await rm(draft, { recursive: true, force: true });
  await writePrivate(passwordFile, cluster.password);
  try {
    if (home.account !== null) await chown(passwordFile, home.account.uid, home.account.gid);
    const words = initdbArguments({ folder: draft, passwordFile, durable: cluster.durable });
    const end = await runProgram(cluster.initdb, words, {
      account: home.account,
      timeoutMs: initdbWithinMs,
      cwd: home.path,
    });
    if (!end.ok) throw new CannotStart(`Postgres cannot make its files in ${home.path}: ${reasonOf(end.output)}.`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, clusterOf(home));
};

const reasonOf = (output: string): string => {
  const failure = postgresFailure(output);
  return failure.kind === 'final' ? failure.reason : failure.kind;
};
