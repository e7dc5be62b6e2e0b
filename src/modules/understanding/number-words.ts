/** Small numbers as people write them out, in bokmål, nynorsk and English. */

const WORDS: Readonly<Record<number, string>> = {
  1: 'en ein ei et eit én a an one',
  2: 'to two',
  3: 'tre three',
  4: 'fire four',
  5: 'fem five',
  6: 'seks six',
  7: 'sju syv seven',
  8: 'åtte eight',
  9: 'ni nine',
  10: 'ti ten',
  11: 'elleve eleven',
  12: 'tolv twelve',
};

const VALUES: ReadonlyMap<string, number> = new Map(
  Object.entries(WORDS).flatMap(([value, words]) =>
    words.split(' ').map((word): [string, number] => [word, Number(value)]),
  ),
);

/** The words as a regular expression's alternatives, longest first. */
export const NUMBER_WORDS = [...VALUES.keys()].toSorted((a, b) => b.length - a.length).join('|');

/** @returns the value of digits or of a written number, null for another word */
export function smallNumber(word: string): number | null {
  return /^\d{1,4}$/.test(word) ? Number(word) : (VALUES.get(word.toLowerCase()) ?? null);
}
