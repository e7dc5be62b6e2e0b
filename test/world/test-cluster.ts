/** How a test finds the database cluster its run shares. */
import type { RolePasswords } from '../../src/modules/tool/role-statements.js';

export type TestCluster = {
  readonly host: string;
  readonly port: number;
  /** Address of the server's own database for a superuser. */
  readonly superuserUrl: string;
  readonly passwords: RolePasswords;
};

/** The migrated database every test's own is a copy of. */
export const templateName = 'skranke_template';

/** @throws when the test runs in a project without `cluster.setup.ts` */
export const testCluster = (): TestCluster => {
  const text = process.env['SKRANKE_TEST_CLUSTER'];
  if (text === undefined) throw new Error('This test needs a database: run it as an integration or e2e test.');
  return JSON.parse(text) as TestCluster;
};
