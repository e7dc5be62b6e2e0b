/** The roles of the desk's database and the statements that make them. */

export type DatabaseRole = 'owner' | 'app' | 'keys';
export type RolePasswords = Readonly<Record<DatabaseRole, string>>;

/** owner: the schema and its migrations; app: both processes, no DDL; keys: the data keys alone. */
export const roleNames: Readonly<Record<DatabaseRole, string>> = {
  owner: 'skranke_owner',
  app: 'skranke_app',
  keys: 'skranke_keys',
};

const roles = ['owner', 'app', 'keys'] as const;

/** Prunes the journal after its time and can do nothing else; it has no password until an operator gives it one. */
export const prunerRole = 'skranke_pruner';

/**
 * Statements that make the roles, or renew the passwords of the three that log in.
 * @param passwords  base64url or hex, so that they need no escaping
 * @param existing   names of the roles the server has
 */
export const roleStatements = (passwords: RolePasswords, existing: readonly string[]): readonly string[] => [
  ...roles.map((role) => {
    const verb = existing.includes(roleNames[role]) ? 'ALTER' : 'CREATE';
    return `${verb} ROLE ${roleNames[role]} LOGIN PASSWORD '${plain(passwords[role])}'`;
  }),
  ...(existing.includes(prunerRole) ? [] : [`CREATE ROLE ${prunerRole} NOLOGIN`]),
];

/**
 * Who may enter a database: the desk's roles and nobody else.
 * @param database  lower-case letters, digits and underscores
 */
export const entryStatements = (database: string): readonly string[] => [
  `REVOKE ALL ON DATABASE ${plain(database)} FROM PUBLIC`,
  `GRANT CONNECT ON DATABASE ${plain(database)} TO ${roleNames.app}, ${roleNames.keys}, ${prunerRole}`,
];

const plain = (word: string): string => {
  if (!/^[\w-]+$/.test(word)) throw new TypeError('a name or password with special characters');
  return word;
};
