/** A database of one's own for a test: a copy of the migrated template, made in some ten milliseconds. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { postgresUrl } from '../../src/modules/tool/postgres-url.js';
import { entryStatements, roleNames, type DatabaseRole } from '../../src/modules/tool/role-statements.js';
import { templateName, testCluster, type TestCluster } from './test-cluster.js';

export type FreshDatabase = {
  readonly name: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly keysUrl: string;
  /** Ends every connection to it and removes it. */
  readonly drop: () => Promise<void>;
};

/**
 * @param template  what it is a copy of; nobody may be connected to it
 * @throws          when the test runs in a project without `cluster.setup.ts`
 */
export const freshDatabase = async (template: string = templateName): Promise<FreshDatabase> => {
  const cluster = testCluster();
  const name = `skranke_${randomBytes(8).toString('hex')}`;
  await asSuperuser(cluster, [
    `CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${roleNames.owner}`,
    ...entryStatements(name),
  ]);
  const { host, port, passwords } = cluster;
  const url = (role: DatabaseRole): string =>
    postgresUrl({ host, port, role: roleNames[role], password: passwords[role], database: name });
  return {
    name,
    appUrl: url('app'),
    ownerUrl: url('owner'),
    keysUrl: url('keys'),
    drop: async () => await asSuperuser(cluster, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]),
  };
};

const asSuperuser = async (cluster: TestCluster, statements: readonly string[]): Promise<void> => {
  const client = new Client({ connectionString: cluster.superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};
