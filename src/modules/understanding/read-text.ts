/** Reads a text as a whole and sentence by sentence, each word looked at once. */
import { asks } from './asks.js';
import { clausesOf, type Clause } from './clauses.js';
import { featuresOf } from './features.js';
import type { MaskSpan } from './mask-digits.js';
import type { Model } from './model.js';
import { readingOf, type Reading } from './reading.js';
import { sentencesOf, type Sentence } from './sentences.js';
import { wordsOf, type Word } from './words.js';

export type TextReading = {
  readonly whole: Reading;
  /** One a sentence, and one a clause of a sentence that asks for several things; empty when there is only one. */
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
  const read = ({ words: own, start, end }: Clause): Reading => {
    const stretch = text.slice(start, end);
    return { ...readingOf(own, featuresOf(own, masked, stretch), model), asks: asks(own, stretch) };
  };
  const whole = read({ words, start: 0, end: text.length });
  const parts = partsOf(words, sentences, text);
  return {
    whole,
    sentences: parts.length < 2 ? [] : parts.map(read),
    isCut: sentences.length >= SENTENCE_LIMIT,
  };
}

function partsOf(words: readonly Word[], sentences: readonly Sentence[], text: string): readonly Clause[] {
  let next = 0;
  return sentences.flatMap(({ start, end }) => {
    const first = next;
    while (next < words.length && (words[next]?.start ?? 0) < end) next++;
    const own = words.slice(first, next);
    return [...(sentences.length > 1 ? [{ words: own, start, end }] : []), ...clausesOf(own, text)];
  });
}
