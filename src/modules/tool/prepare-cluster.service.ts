/** Makes the desk's roles and its database on a server that is new. */
import { Client } from 'pg';
import { entryStatements, prunerRole, roleNames, roleStatements, type RolePasswords } from './role-statements.js';

/**
 * Does what is missing, so it may run again after having been cut off.
 * @param superuserUrl  of any database on the server
 * @param database      name; lower-case letters, digits and underscores. Null: roles only
 */
export const prepareCluster = async (
  superuserUrl: string,
  passwords: RolePasswords,
  database: string | null,
): Promise<void> => {
  const client = new Client({
    connectionString: superuserUrl,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const roles = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [
      [...Object.values(roleNames), prunerRole],
    ]);
    const existing = roles.rows.map((row) => row.rolname);
    for (const statement of roleStatements(passwords, existing)) await client.query(statement);
    if (database !== null) await makeDatabase(client, database);
  } finally {
    await client.end();
  }
};

const makeDatabase = async (client: Client, database: string): Promise<void> => {
  const entry = entryStatements(database);
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER ${roleNames.owner}`);
  for (const statement of entry) await client.query(statement);
};
