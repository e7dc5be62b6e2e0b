/** What a command that needs the database goes by: the environment, or the demo that runs on this machine. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { doorPorts } from './door-ports.js';
import { readKept } from './postgres-keeping.service.js';
import { postgresUrl } from './postgres-url.js';
import { readIfThere } from './private-file.service.js';
import { roleNames } from './role-statements.js';

export type DeskPlace = {
  readonly databaseUrl: string;
  /** 32 bytes in base64, where this machine knows it. */
  readonly journalKey: string | null;
  readonly headsFile: string | null;
};

/** @returns null when neither is there */
export const deskPlace = async (env: NodeJS.ProcessEnv): Promise<DeskPlace | null> => {
  const { DATABASE_URL, SKRANKE_JOURNAL_KEY, SKRANKE_JOURNAL_HEADS } = env;
  if (DATABASE_URL !== undefined && DATABASE_URL !== '')
    return {
      databaseUrl: DATABASE_URL,
      journalKey: SKRANKE_JOURNAL_KEY ?? null,
      headsFile: SKRANKE_JOURNAL_HEADS ?? null,
    };
  const folder = resolve(env['SKRANKE_DATA'] ?? fileURLToPath(new URL('../../../.skranke', import.meta.url)));
  const kept = await readKept(join(folder, 'postgres'));
  const ports = doorPorts(env['PORT']);
  if (kept === null || 'reason' in ports) return null;
  const secrets = JSON.parse((await readIfThere(join(folder, 'secrets.json'))) ?? '{}') as Record<string, string>;
  return {
    databaseUrl: postgresUrl({
      host: '127.0.0.1',
      port: ports.postgres,
      role: roleNames.app,
      password: kept.passwords.app,
      database: 'skranke',
    }),
    journalKey: secrets['SKRANKE_JOURNAL_KEY'] ?? null,
    headsFile: join(folder, 'journal-heads.jsonl'),
  };
};
