/** A program that starts an embedded Postgres and holds it until it is killed: what a desk does, to be killed by a test. */
import { startPostgres } from '../../src/modules/tool/embedded-postgres.service.js';
import { setWatchdog } from '../../src/modules/tool/postgres-watchdog.service.js';
import { postgresHome } from '../../src/modules/tool/postgres-home.service.js';

const [dataDir = '', grace] = process.argv.slice(2);
const postgres = await startPostgres({ dataDir, durable: false });
if (grace !== undefined) await setWatchdog(await postgresHome(dataDir, null), Number(grace));
process.send?.({ port: postgres.port, uid: process.getuid?.() });
process.on('message', () => void postgres.stop().then(() => process.exit(0)));
