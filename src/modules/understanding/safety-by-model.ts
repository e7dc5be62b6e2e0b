/** Hears danger in words nobody listed: a second classifier beside the lexicon, trained on what only sounds like danger too. */
import { logitsOf, probabilitiesOf } from './classify.js';
import { namesOnlyAdults } from './child-age.js';
import { featuresOf, type Feature } from './features.js';
import { intentFeatures } from './intent-features.js';
import type { Lexicon } from './lexicon.js';
import type { Model } from './model.js';
import { normalise } from './normalise.js';
import type { Reading } from './reading.js';
import { SAFETY_KINDS, withoutFigures, type SafetyKind, type SafetyLexicon } from './safety.js';
import { wordsOf, type Word } from './words.js';

/** What the classifier tells apart. */
export const SAFETY_LABELS = ['none', ...SAFETY_KINDS] as const;
export type SafetyLabel = (typeof SAFETY_LABELS)[number];

/** Something a person might write, and the danger in it. */
export type SafetyLine = { readonly kind: SafetyLabel; readonly text: string };

/** In a text this short, a sentence that sounds like danger must leave a trace in the whole. */
const FEW_SENTENCES = 4;
const TRACE = 0.05;
/** Without a trace of danger in what is meant, or in very few words, only what sounds almost certain is heard. */
const MEANT = 0.01;
const ALMOST_CERTAIN = 0.9;
const FEW_WORDS = 3;
/** Where figures of speech were taken out and fewer words than this are left, nothing else was said. */
const LEFT_OVER = 5;

/**
 * @param whole      the text read at once
 * @param sentences  its sentences; each must be surer than the whole, as every further one is one more chance to err
 * @returns          the gravest kind heard, or null
 */
export function safetyByModel(
  whole: Reading,
  sentences: readonly Reading[],
  { model, lexicon }: { readonly model: Pick<Model, 'safety' | 'thresholds'>; readonly lexicon: SafetyLexicon },
): SafetyKind | null {
  const scoresIn = ({ words, features }: Reading): ReadonlyMap<string, number> =>
    safetyScores(literal(words, features, lexicon), model);
  const isGrownUp = namesOnlyAdults(whole.words.map(({ text }) => text));
  const scores = scoresIn(whole);
  const parts = sentences.map(scoresIn);
  const isHeard = (kind: SafetyKind): boolean => {
    const threshold = Math.max(model.thresholds.safety[kind], isDoubtful(kind, whole) ? ALMOST_CERTAIN : 0);
    const inWhole = scores.get(kind) ?? 0;
    const isSaid = parts.some((part) => (part.get(kind) ?? 0) >= (1 + threshold) / 2);
    return inWhole >= threshold || (isSaid && (parts.length >= FEW_SENTENCES || inWhole >= TRACE));
  };
  return SAFETY_KINDS.find((kind) => isHeard(kind) && !(kind === 'minor' && isGrownUp)) ?? null;
}

/** Danger to life has an intent of its own; the other kinds speak of somebody else's matter. */
function isDoubtful(kind: SafetyKind, { words, danger }: Reading): boolean {
  return words.length <= FEW_WORDS || ((kind === 'crisis' || kind === 'threat') && danger < MEANT);
}

/** What the classifier is taught on and asked about: the features of a line less its figures of speech. */
export function safetyFeatures(text: string, lexicon: Lexicon): readonly Feature[] {
  return literal(wordsOf(normalise(text).text), intentFeatures(text, lexicon), lexicon.safety);
}

export function safetyScores(
  features: readonly Feature[],
  { safety }: Pick<Model, 'safety'>,
): ReadonlyMap<string, number> {
  if (features.length === 0) return new Map([['none', 1]]);
  const scores = probabilitiesOf(logitsOf(safety, features), 1);
  return new Map(safety.labels.map((label, i) => [label, scores[i] ?? 0]));
}

function literal(words: readonly Word[], features: readonly Feature[], lexicon: SafetyLexicon): readonly Feature[] {
  const kept = withoutFigures(words, lexicon);
  if (kept.length === words.length) return features;
  return kept.length < LEFT_OVER ? [] : featuresOf(kept, [], '');
}
