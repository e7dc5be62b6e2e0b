/** Tells which words a negation reaches: the three that follow it in the same clause. */
import { canonical } from './variants.js';
import type { Word } from './words.js';

/** "Ikke slett", "vil ikke at dere sletter": three words hold nearly every Norwegian and English case. */
const REACH = 3;
const NEGATORS: ReadonlySet<string> = new Set([
  'ikke',
  'aldri',
  'ingen',
  'verken',
  'hverken',
  'uten',
  'utan',
  'not',
  'never',
  'without',
  'cannot',
  'cant',
  'dont',
  'didnt',
  'wont',
  'isnt',
  'havent',
  'hasnt',
  'wasnt',
  'doesnt',
  'wouldnt',
  'shouldnt',
  'couldnt',
  'nor',
]);

export function isNegator(word: string): boolean {
  return NEGATORS.has(canonical(word)) || word.endsWith("n't");
}

/** For each word, whether a negator stands at most three words before it within the clause. */
export function negated(words: readonly Word[]): readonly boolean[] {
  let left = 0;
  return words.map((word) => {
    if (word.opensClause) left = 0;
    const reached = left > 0;
    left = isNegator(word.text) ? REACH : Math.max(0, left - 1);
    return reached;
  });
}
