/** The numbers to call, as lines of text. */
import type { CrisisNumbers, CrisisOccasion } from './crisis-numbers.schema.js';
import type { Language } from './phrases.js';

/**
 * @returns one line a number, in the order of the file: `Mental Helse: 116 123 (sidetmedord.no)`
 * @source  domain, 5
 */
export const crisisLines = (policy: CrisisNumbers, occasion: CrisisOccasion, language: Language): string =>
  Object.values(policy.numbers)
    .filter((row) => row.for.includes(occasion))
    .map((row) => `${row.label[language]}: ${row.number}${row.site === undefined ? '' : ` (${row.site})`}`)
    .join('\n');

/**
 * @param today  YYYY-MM-DD
 * @returns      keys of the rows nobody has checked for more than a year
 */
export const staleNumbers = (policy: CrisisNumbers, today: string): readonly string[] => {
  const yearAgo = `${String(Number(today.slice(0, 4)) - 1)}${today.slice(4)}`;
  return Object.entries(policy.numbers).flatMap(([key, row]) => (row.checkedOn < yearAgo ? [key] : []));
};
