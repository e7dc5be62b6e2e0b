/** Which features count and how much: TF-IDF over the features seen in at least two training lines. */
import type { Feature } from './features.js';

export type Vocabulary = {
  /** Feature hashes in rising order; the place is the column. */
  readonly hashes: Uint32Array;
  /** In how many of `documents` lines each was seen. */
  readonly frequencies: Uint16Array;
  readonly documents: number;
  readonly columnOf: ReadonlyMap<number, number>;
  /** How much a feature tells, column by column. */
  readonly rarities: Float64Array;
};

export type Vector = { readonly columns: readonly number[]; readonly values: readonly number[] };

/** @param minimum  lines a feature must be seen in */
export function buildVocabulary(lines: readonly (readonly Feature[])[], minimum: number): Vocabulary {
  const seen = new Map<number, number>();
  for (const line of lines) {
    for (const hash of new Set(line.map((feature) => feature.hash))) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  }
  const kept = [...seen].filter(([, count]) => count >= minimum).sort(([a], [b]) => a - b);
  return vocabularyOf(
    Uint32Array.from(kept, ([hash]) => hash),
    Uint16Array.from(kept, ([, count]) => Math.min(count, 0xffff)),
    lines.length,
  );
}

export function vocabularyOf(hashes: Uint32Array, frequencies: Uint16Array, documents: number): Vocabulary {
  const columnOf = new Map<number, number>();
  hashes.forEach((hash, column) => columnOf.set(hash, column));
  const rarities = Float64Array.from(frequencies, (seen) => Math.log((1 + documents) / (1 + seen)) + 1);
  return { hashes, frequencies, documents, columnOf, rarities };
}

/** Sublinear TF-IDF, each block of length 1; unknown features are dropped. */
export function vectorOf(vocabulary: Vocabulary, features: readonly Feature[]): Vector {
  const blocks = { words: new Map<number, number>(), letters: new Map<number, number>() };
  for (const { hash, block } of features) {
    const column = vocabulary.columnOf.get(hash);
    if (column !== undefined) blocks[block].set(column, (blocks[block].get(column) ?? 0) + 1);
  }
  const columns: number[] = [];
  const values: number[] = [];
  for (const counts of Object.values(blocks)) pushWeighted(vocabulary, counts, columns, values);
  return { columns, values };
}

function pushWeighted(
  vocabulary: Vocabulary,
  counts: ReadonlyMap<number, number>,
  columns: number[],
  values: number[],
): void {
  let squares = 0;
  const from = values.length;
  for (const [column, count] of counts) {
    const weight = (1 + Math.log(count)) * (vocabulary.rarities[column] ?? 0);
    squares += weight * weight;
    columns.push(column);
    values.push(weight);
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = from; at < values.length; at++) values[at] = (values[at] ?? 0) / length;
}
