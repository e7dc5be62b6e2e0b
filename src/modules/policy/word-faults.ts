/** Finds the words no sentence of the desk may hold. */
import type { BannedWord } from './banned-words.schema.js';

/** One banned word in one sentence, in words that follow its key. */
export type WordFault = { readonly key: string; readonly what: string };

/**
 * @param texts   sentences of one language by their key; `{fact}` is left alone
 * @param banned  the words of that language: whole words, `*` for any ending, `but` what may stand all the same
 * @returns       every fault, in words that follow its key
 * @source        language, "Wording"
 */
export const wordFaults = (
  texts: Readonly<Record<string, string>>,
  banned: readonly BannedWord[],
): readonly WordFault[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    banned.filter((row) => holds(text, row)).map(({ word, why }) => ({ key, what: `says "${word}": ${why}` })),
  );

const holds = (text: string, { word, but }: BannedWord): boolean => {
  const plain = but.reduce((left, allowed) => left.replaceAll(allowed, ' '), text.toLowerCase());
  const open = word.endsWith('*');
  const stem = open ? word.slice(0, -1) : word;
  return new RegExp(`(?<![\\p{L}])${stem}${open ? '' : '(?![\\p{L}])'}`, 'u').test(plain);
};
