import { Client } from 'pg';
import { columnComment, type RegisteredColumn } from '../policy/column-register.js';

type Found = {
  readonly table: string;
  readonly column: string;
  readonly comment: string | null;
  readonly statistics: number | null;
};

const found = `
  SELECT CASE n.nspname WHEN 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END AS table, a.attname AS column,
         col_description(c.oid, a.attnum) AS comment, a.attstattarget AS statistics
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname IN ('public', 'keys') AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`;

/**
 * Writes the register of columns into the database, as its owner: each column's comment, and no planner statistics for
 * what is personal. What already stands there is left alone.
 * @returns how many columns were changed
 */
export const annotate = async (ownerUrl: string, register: readonly RegisteredColumn[]): Promise<number> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Found>(found);
    const statements = register.map((column) => changes(column, rows)).filter((some) => some.length > 0);
    for (const statement of statements.flat()) await client.query(statement);
    return statements.length;
  } finally {
    await client.end();
  }
};

const changes = (registered: RegisteredColumn, rows: readonly Found[]): readonly string[] => {
  const { table, column, personal } = registered;
  const stands = rows.find((row) => row.table === table && row.column === column);
  if (stands === undefined) return [];
  const comment = columnComment(registered);
  return [
    ...(stands.comment === comment
      ? []
      : [`COMMENT ON COLUMN ${table}.${quoted(column)} IS '${comment.replaceAll("'", "''")}'`]),
    ...(personal && stands.statistics !== 0
      ? [`ALTER TABLE ${table} ALTER COLUMN ${quoted(column)} SET STATISTICS 0`]
      : []),
  ];
};

const quoted = (name: string): string => `"${name}"`;
