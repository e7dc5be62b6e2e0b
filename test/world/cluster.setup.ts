/** Jest's globalSetup: one database cluster for every test that wants one. Jest gives this file to Node as it is. */
import { fileURLToPath } from 'node:url';

/** The teardown runs in the same process but is another module: it finds the cluster's end here. */
const clusterEnd = Symbol.for('skranke.test.cluster');

const setup = async (): Promise<void> => {
  await import(fileURLToPath(new URL('./typescript-hooks.ts', import.meta.url)));
  const { raiseCluster } = await import('./cluster.js');
  Reflect.set(globalThis, clusterEnd, await raiseCluster());
};

export { setup as default };
