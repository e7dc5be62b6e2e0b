/** `skranke policy replay`: every disclosure of the journal, decided again by the policy of its day. */
import type { DataSource } from 'typeorm';
import { newDataSource } from '../database/data-source.service.js';
import type { DisclosedRecord } from '../journal/journal-entry.js';
import { keptPolicies } from '../journal/policy-versions.repository.js';
import { replay } from '../journal/replay.js';

const batch = 2_000;
const mostDifferences = 100;

type Line = { readonly id: string; readonly decision: DisclosedRecord };

export type Replayed = {
  readonly ok: boolean;
  readonly lines: number;
  readonly disclosures: number;
  readonly versions: readonly string[];
  readonly different: number;
  readonly differences: readonly { readonly id: string; readonly what: string }[];
};

export const replayAll = async (databaseUrl: string): Promise<Replayed> => {
  const source = await newDataSource(databaseUrl, 1).initialize();
  try {
    return await replayJournal(source);
  } finally {
    await source.destroy();
  }
};

const replayJournal = async (source: DataSource): Promise<Replayed> => {
  const policies = await keptPolicies(source);
  const differences: { readonly id: string; readonly what: string }[] = [];
  let [lines, disclosures, after] = [0, 0, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const rows = await linesAfter(source, after);
    for (const { id, decision } of rows) {
      lines += 1;
      disclosures += decision.disclosed.length;
      differences.push(...replay(decision, (version) => policies.get(version)).map((what) => ({ id, what })));
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < batch) break;
  }
  return {
    ok: differences.length === 0,
    lines,
    disclosures,
    versions: [...policies.keys()],
    different: differences.length,
    differences: differences.slice(0, mostDifferences),
  };
};

const linesAfter = async (source: DataSource, id: string): Promise<readonly Line[]> =>
  source.query<Line[]>(
    `SELECT id, decision FROM journal_entry WHERE id > $1 AND jsonb_typeof(decision -> 'disclosed') = 'array' ORDER BY id LIMIT $2`,
    [id, batch],
  );
