/** What the classifier sees of a sentence: words and their neighbours, letters inside words, words under a negation. */
import { negated } from './negation.js';
import { isAdultAge, isChildAge } from './child-age.js';
import type { MaskSpan } from './mask-digits.js';
import { canonical } from './variants.js';
import type { Word } from './words.js';

export type Feature = {
  /** 32-bit FNV-1a of what the feature is. */
  readonly hash: number;
  /** Each block is brought to length 1 by itself, so that a long word does not outweigh a word. */
  readonly block: 'words' | 'letters';
};

/** A word longer than this is a token, a link or a joke. */
const MAX_WORD = 40;
const MIN_LETTERS = 3;
const MAX_LETTERS = 5;
const FNV_PRIME = 16777619;
const SEEDS = { word: 0x811c9dc5, pair: 0x1b873593, negated: 0x2545f491, letters: 0x7feb352d } as const;

/**
 * @param all     the words to look at, with offsets in the same text as `masked`
 * @param masked  spans, left to right; an identifier counts as one word naming its kind
 * @param text    the stretch the words are from, for its question and exclamation marks
 */
export function featuresOf(all: readonly Word[], masked: readonly MaskSpan[], text: string): readonly Feature[] {
  const words = readable(all, masked);
  const features: Feature[] = [];
  const denied = negated(words);
  let previous = '^';
  words.forEach((word, i) => {
    const form = formOf(word.text);
    if (word.opensSentence) previous = '^';
    features.push({ hash: hashOf(SEEDS.word, form), block: 'words' });
    features.push({ hash: hashOf(hashOf(SEEDS.pair, previous) ^ 0x20, form), block: 'words' });
    const age = ageOf(word.text);
    if (age !== undefined) features.push({ hash: hashOf(SEEDS.word, age), block: 'words' });
    if (denied[i] === true) features.push({ hash: hashOf(SEEDS.negated, form), block: 'words' });
    if (!form.startsWith('@')) pushLetters(features, word.text);
    previous = form;
  });
  for (const mark of ['?', '!'])
    if (text.includes(mark)) features.push({ hash: hashOf(SEEDS.word, mark), block: 'words' });
  return features;
}

/** Words with every masked span reduced to one word such as "@phone". */
function readable(words: readonly Word[], masked: readonly MaskSpan[]): readonly Word[] {
  const first = words[0];
  if (masked.length === 0 || first === undefined) return words;
  const kept: Word[] = [];
  let next = firstAfter(masked, first.start);
  for (const word of words) {
    while (next < masked.length && (masked[next]?.end ?? 0) <= word.start) next++;
    const span = masked[next];
    if (span === undefined || span.start >= word.end) kept.push(word);
    else if (kept.at(-1)?.start !== span.start)
      kept.push({ ...word, text: `@${span.kind}`, start: span.start, end: span.end });
  }
  return kept;
}

/** Index of the first span that ends beyond `start`, by halving: a long mail has many spans and many sentences. */
function firstAfter(masked: readonly MaskSpan[], start: number): number {
  let low = 0;
  let high = masked.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((masked[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Digits are folded to one form, but whose age a number may be matters. */
function ageOf(word: string): string | undefined {
  if (isChildAge(word)) return '@child-age';
  return isAdultAge(word) ? '@adult-age' : undefined;
}

function formOf(word: string): string {
  if (word.length > MAX_WORD) return '@long';
  return word.startsWith('@') ? word : canonical(word).replace(/\d+/g, '0');
}

function pushLetters(features: Feature[], word: string): void {
  if (word.length > MAX_WORD) return;
  const bounded = `<${word.replace(/\d/g, '0')}>`;
  for (let start = 0; start + MIN_LETTERS <= bounded.length; start++) {
    let hash: number = SEEDS.letters;
    const last = Math.min(start + MAX_LETTERS, bounded.length);
    for (let at = start; at < last; at++) {
      hash = Math.imul(hash ^ bounded.charCodeAt(at), FNV_PRIME);
      if (at - start >= MIN_LETTERS - 1) features.push({ hash: hash >>> 0, block: 'letters' });
    }
  }
}

function hashOf(seed: number, text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
}
