/** The tests' database cluster: an embedded one without crash safety, or a server the environment names. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../src/modules/database/migrate.service.js';
import { loadColumns } from '../../src/modules/policy/load-policy.service.js';
import { startPostgres } from '../../src/modules/tool/embedded-postgres.service.js';
import { prepareCluster } from '../../src/modules/tool/prepare-cluster.service.js';
import { postgresUrl } from '../../src/modules/tool/postgres-url.js';
import { roleNames } from '../../src/modules/tool/role-statements.js';
import { templateName, type TestCluster } from './test-cluster.js';

/** @returns a function that ends what was raised */
export const raiseCluster = async (): Promise<() => Promise<void>> => {
  const named = process.env['SKRANKE_TEST_DATABASE_URL'];
  const { cluster, end } = named === undefined || named === '' ? await embedded() : external(named);
  try {
    await makeTemplate(cluster);
  } catch (error) {
    await end();
    throw error;
  }
  process.env['SKRANKE_TEST_CLUSTER'] = JSON.stringify(cluster);
  return end;
};

type Raised = { readonly cluster: TestCluster; readonly end: () => Promise<void> };

const embedded = async (): Promise<Raised> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'skranke-test-'));
  const postgres = await startPostgres({ dataDir, durable: false, connections: 200 });
  const { host, port, passwords } = postgres;
  return {
    cluster: { host, port, passwords, superuserUrl: postgres.url('superuser', 'postgres') },
    end: async () => {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const external = (url: string): Raised => {
  const { hostname, port } = new URL(url);
  const word = (): string => randomBytes(18).toString('base64url');
  const passwords = { owner: word(), app: word(), keys: word() };
  return {
    cluster: { host: hostname, port: Number(port === '' ? 5432 : port), passwords, superuserUrl: url },
    end: () => Promise.resolve(),
  };
};

const makeTemplate = async (cluster: TestCluster): Promise<void> => {
  const client = new Client({ connectionString: cluster.superuserUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${templateName} WITH (FORCE)`);
  await client.end();
  await prepareCluster(cluster.superuserUrl, cluster.passwords, templateName);
  const { host, port, passwords } = cluster;
  const owner = { host, port, role: roleNames.owner, password: passwords.owner, database: templateName };
  await migrate(postgresUrl(owner), loadColumns('config'));
};
