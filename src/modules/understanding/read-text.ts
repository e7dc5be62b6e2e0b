/** Reads a text as a whole and sentence by sentence, each word looked at once. */
import { featuresOf } from './features.js';
import type { MaskSpan } from './mask-digits.js';
import type { Model } from './model.js';
import { readingOf, type Reading } from './reading.js';
import { sentencesOf } from './sentences.js';
import { wordsOf, type Word } from './words.js';

export type TextReading = {
  readonly whole: Reading;
  /** One a sentence; empty when there is only one. */
  readonly sentences: readonly Reading[];
  readonly isCut: boolean;
};

/** Language.md, "Pipeline". */
const SENTENCE_LIMIT = 200;

/**
 * @param text    normalised
 * @param masked  spans in `text`, left to right
 */
export function readText(
  text: string,
  masked: readonly MaskSpan[],
  model: Pick<Model, 'intents' | 'temperature'>,
): TextReading {
  const words = wordsOf(text);
  const sentences = sentencesOf(text, SENTENCE_LIMIT);
  const read = (own: readonly Word[], start: number, end: number): Reading =>
    readingOf(own, featuresOf(own, masked, text.slice(start, end)), model);
  const whole = read(words, 0, text.length);
  if (sentences.length < 2) return { whole, sentences: [], isCut: false };
  let next = 0;
  const parts = sentences.map(({ start, end }) => {
    const first = next;
    while (next < words.length && (words[next]?.start ?? 0) < end) next++;
    return read(words.slice(first, next), start, end);
  });
  return { whole, sentences: parts, isCut: sentences.length >= SENTENCE_LIMIT };
}
