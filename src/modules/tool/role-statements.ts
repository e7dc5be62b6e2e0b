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

/**
 * Statements that make the three roles, or renew their passwords.
 * @param passwords  base64url or hex, so that they need no escaping
 * @param existing   names of the roles the server has
 */
export const roleStatements = (passwords: RolePasswords, existing: readonly string[]): readonly string[] =>
  roles.map((role) => {
    const verb = existing.includes(roleNames[role]) ? 'ALTER' : 'CREATE';
    return `${verb} ROLE ${roleNames[role]} LOGIN PASSWORD '${plain(passwords[role])}'`;
  });

/**
 * Who may enter a database: the three roles and nobody else.
 * @param database  lower-case letters, digits and underscores
 */
export const entryStatements = (database: string): readonly string[] => [
  `REVOKE ALL ON DATABASE ${plain(database)} FROM PUBLIC`,
  `GRANT CONNECT ON DATABASE ${plain(database)} TO ${roleNames.app}, ${roleNames.keys}`,
];

const plain = (word: string): string => {
  if (!/^[\w-]+$/.test(word)) throw new TypeError('a name or password with special characters');
  return word;
};
