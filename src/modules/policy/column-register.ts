/** The register of columns as one row a column, and what is wrong with it when it is held beside the other rules. */
import type { ColumnsPolicy } from './columns.schema.js';
import type { LegalBases } from './legal-bases.schema.js';
import type { RetentionPolicy } from './retention.schema.js';

/**
 * One column of the database.
 * @property table     with its schema in front where that is not `public`
 * @property personal  says something about somebody by itself; such a column keeps no planner statistics
 */
export type RegisteredColumn = {
  readonly table: string;
  readonly column: string;
  readonly category: string;
  readonly personal: boolean;
  readonly source: string;
  readonly basis: readonly string[];
  readonly keep: readonly string[];
};

/** @returns every column, in the order of the file */
export const registeredColumns = ({ categories, tables }: ColumnsPolicy): readonly RegisteredColumn[] =>
  Object.entries(tables).flatMap(([table, { source, basis, keep, columns, otherSources }]) =>
    Object.entries(columns).flatMap(([category, names]) =>
      names.map((column) => ({
        table,
        column,
        category,
        personal: categories[category]?.personal ?? true,
        source: otherSources?.[column] ?? source,
        basis,
        keep,
      })),
    ),
  );

/** The comment a column carries in the database: `category=words; source=person; basis=collection; keep=raw-mail`. */
export const columnComment = ({ category, source, basis, keep }: RegisteredColumn): string =>
  `category=${category}; source=${source}; basis=${orNone(basis)}; keep=${orNone(keep)}`;

/** What keeps the register from being used, one sentence a fault. */
export const registerFaults = (
  register: ColumnsPolicy,
  { bases }: LegalBases,
  { classes }: RetentionPolicy,
): readonly string[] => {
  const columns = registeredColumns(register);
  return [
    ...Object.entries(register.tables).flatMap(([table, row]) => [
      ...Object.keys(row.columns)
        .filter((one) => register.categories[one] === undefined)
        .map((one) => `${table}: no category "${one}"`),
      ...row.basis.filter((one) => bases[one] === undefined).map((one) => `${table}: no legal basis "${one}"`),
      ...row.keep.filter((one) => classes[one] === undefined).map((one) => `${table}: no retention class "${one}"`),
      ...row.keep
        .filter((one) => classes[one] !== undefined && !classes[one].records.includes(table))
        .map((one) => `${table}: is not among the records of "${one}"`),
      ...Object.keys(row.otherSources ?? {})
        .filter((one) => !columns.some((column) => column.table === table && column.column === one))
        .map((one) => `${table}: no column "${one}"`),
    ]),
    ...columns.flatMap(({ table, column }, at) =>
      columns.findIndex((other) => other.table === table && other.column === column) === at
        ? []
        : [`${table}.${column} stands twice`],
    ),
    ...Object.entries(classes).flatMap(([id, { records }]) =>
      records
        .filter((table) => register.tables[table]?.keep.includes(id) === false)
        .map((table) => `${table}: is kept as "${id}" says, and does not say so`),
    ),
  ];
};

const orNone = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join('+'));
