/** The shape of `config/policy/columns.yaml`: what every column of the database holds, whence, why and how long. */
import { z } from 'zod';

const name = z.string().regex(/^[a-z][a-z0-9_.]*$/);
const sourceOfColumn = z.enum(['person', 'case-system', 'desk', 'caseworker', 'operator', 'row']);
const categories = z.record(name, z.strictObject({ personal: z.boolean(), why: z.string().min(1) }));

const table = z.strictObject({
  source: sourceOfColumn,
  basis: z.array(z.string()),
  keep: z.array(z.string()),
  columns: z.record(name, z.array(name).min(1)),
  otherSources: z.record(name, sourceOfColumn).optional(),
});

export const columnsSchema = z.strictObject({
  version: z.string(),
  categories,
  tables: z.record(name, table),
});

export type ColumnsPolicy = Readonly<z.infer<typeof columnsSchema>>;
