/** Brings the schema up to date; started by the supervisor, or by an operator before a new version is let in. */
import { fileURLToPath } from 'node:url';
import { migrate } from '../database/migrate.service.js';
import { loadColumns } from '../policy/load-policy.service.js';

const ownerUrl = process.env['DATABASE_OWNER_URL'];
const config = process.env['SKRANKE_CONFIG'] ?? fileURLToPath(new URL('../../../config', import.meta.url));

if (ownerUrl === undefined || ownerUrl === '') {
  process.stderr.write('DATABASE_OWNER_URL is not set: migrations run as the owner of the schema\n');
  process.exit(1);
}

try {
  const ran = await migrate(ownerUrl, loadColumns(config));
  process.stdout.write(ran.length === 0 ? 'the schema is up to date\n' : `${ran.join('\n')}\n`);
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  process.stderr.write(
    `the schema could not be brought up to date: ${error instanceof Error ? error.name : 'unknown'} ${code}\n`,
  );
  process.exit(1);
}
