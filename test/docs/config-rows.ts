/** The rows of `config/` that answer to clauses of the notice. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** @property row  `file: key`, as a reader would look it up */
export type ConfigRow = { readonly row: string; readonly clauses: readonly string[] };

type Keyed = Readonly<Record<string, { readonly clauses?: readonly string[]; readonly clause?: string }>>;

export const readConfigRows = (): readonly ConfigRow[] => [
  ...(yaml('policy/disclosure') as { rules: readonly { id: string; clauses: readonly string[] }[] }).rules.map(
    ({ id, clauses }) => ({ row: `disclosure: ${id}`, clauses }),
  ),
  ...keyed('requests', 'requests'),
  ...keyed('queues', 'queues'),
  ...keyed('retention', 'classes'),
  ...keyed('legal-bases', 'bases'),
  ...keyed('engagements', 'engagements'),
  { row: 'columns: economy', clauses: ['S11'] },
  { row: 'notice: cookies', clauses: ['S22'] },
  { row: 'notice: processors', clauses: ['S28', 'S29', 'S30', 'S31', 'S33', 'S35'] },
];

const keyed = (file: string, table: string): readonly ConfigRow[] =>
  Object.entries((yaml(`policy/${file}`) as Readonly<Record<string, Keyed>>)[table] ?? {}).map(([key, one]) => ({
    row: `${file}: ${key}`,
    clauses: one.clauses ?? (one.clause === undefined ? [] : [one.clause]),
  }));

const yaml = (file: string): unknown => parse(readFileSync(`config/${file}.yaml`, 'utf8'));
