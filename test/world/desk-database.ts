/** The database of a running desk, seen from outside: what was really stored. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { superuser } from '../../src/modules/tool/initdb-arguments.js';
import { postgresUrl } from '../../src/modules/tool/postgres-url.js';
import { roleNames, type DatabaseRole } from '../../src/modules/tool/role-statements.js';
import type { RunningDesk } from './running-desk.js';

const distanceFromHttp = 2432;

type Role = DatabaseRole | 'superuser';

const names: Readonly<Record<Role, string>> = { ...roleNames, superuser };

/** @returns the address of the desk's database for one of its roles */
export const databaseUrl = async (desk: RunningDesk, role: Role): Promise<string> => {
  const kept = JSON.parse(await readFile(join(desk.dataFolder, 'postgres/postgres.json'), 'utf8')) as {
    readonly passwords: Readonly<Record<Role, string>>;
  };
  const port = Number(new URL(desk.url).port) + distanceFromHttp;
  const password = kept.passwords[role];
  return postgresUrl({ host: '127.0.0.1', port, role: names[role], password, database: 'skranke' });
};

/** Asks one question as the owner of the schema. */
export const askDatabase = async <Row>(
  desk: RunningDesk,
  question: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> => {
  const client = new Client({ connectionString: await databaseUrl(desk, 'owner') });
  await client.connect();
  try {
    return (await client.query(question, [...values])).rows as readonly Row[];
  } finally {
    await client.end();
  }
};

/** How many lines one conversation holds. */
export const linesOf = async (desk: RunningDesk, conversation: string): Promise<number> => {
  const [row] = await askDatabase<{ lines: number }>(
    desk,
    `SELECT count(*)::int AS lines FROM activity a JOIN conversation c ON c.id = a.conversation_id WHERE c.public_id = $1`,
    [conversation],
  );
  return row?.lines ?? 0;
};
