/** The address of a Postgres database. */

type DatabaseDoor = {
  readonly host: string;
  readonly port: number;
  readonly role: string;
  readonly password: string;
  readonly database: string;
};

/** @returns postgres://role:password@host:port/database, every part escaped */
export const postgresUrl = (door: DatabaseDoor): string =>
  `postgres://${encodeURIComponent(door.role)}:${encodeURIComponent(door.password)}` +
  `@${door.host}:${String(door.port)}/${encodeURIComponent(door.database)}`;
