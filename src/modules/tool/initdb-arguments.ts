/** How a new Postgres cluster is made. */

type NewCluster = {
  /** Absolute path of the folder to be made. */
  readonly folder: string;
  /** File holding the superuser's password, so that it never stands on a command line. */
  readonly passwordFile: string;
  /** False skips the final sync: for tests. */
  readonly durable: boolean;
};

/** Name of the superuser; used by the launcher alone. */
export const superuser = 'skranke_keeper';

/**
 * The command line of initdb: UTF-8 text sorted by code point, so that every machine sorts alike.
 * @returns arguments without the program's own name; no secrets among them
 */
export const initdbArguments = (cluster: NewCluster): readonly string[] => [
  `--pgdata=${cluster.folder}`,
  `--username=${superuser}`,
  `--pwfile=${cluster.passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--no-locale',
  '--no-instructions',
  ...(cluster.durable ? [] : ['--no-sync']),
];
