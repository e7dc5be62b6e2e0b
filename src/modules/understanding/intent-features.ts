/** A training line as `understand` would see it: normalised, its identifiers hidden. */
import { featuresOf, type Feature } from './features.js';
import type { Intent } from './intents.js';
import type { Lexicon } from './lexicon.js';
import { mask } from './mask.js';
import { normalise } from './normalise.js';
import { wordsOf } from './words.js';

/** Something a person might write, and what is meant by it. */
export type Line = { readonly lang: string; readonly intent: Intent; readonly text: string };

export function intentFeatures(text: string, lexicon: Lexicon): readonly Feature[] {
  const source = normalise(text);
  return featuresOf(wordsOf(source.text), mask(source, lexicon.findCaseNumbers).spans, source.text);
}
