/** Hears danger in words nobody listed: a second classifier beside the lexicon, trained on what only sounds like danger too. */
import { logitsOf, probabilitiesOf } from './classify.js';
import type { Feature } from './features.js';
import type { Model } from './model.js';
import type { Reading } from './reading.js';
import { SAFETY_KINDS, type SafetyKind } from './safety.js';

/** What the classifier tells apart. */
export const SAFETY_LABELS = ['none', ...SAFETY_KINDS] as const;
export type SafetyLabel = (typeof SAFETY_LABELS)[number];

/** Something a person might write, and the danger in it. */
export type SafetyLine = { readonly kind: SafetyLabel; readonly text: string };

type Models = Pick<Model, 'safety' | 'thresholds'>;

/** In a text this short, a sentence that sounds like danger must leave a trace in the whole. */
const FEW_SENTENCES = 4;
const TRACE = 0.05;

/**
 * @param whole      the text read at once
 * @param sentences  its sentences; each must be surer than the whole, as every further one is one more chance to err
 * @returns          the gravest kind heard, or null
 */
export function safetyByModel(whole: Reading, sentences: readonly Reading[], model: Models): SafetyKind | null {
  const scores = safetyScores(whole.features, model);
  const parts = sentences.map(({ features }) => safetyScores(features, model));
  const isHeard = (kind: SafetyKind): boolean => {
    const threshold = model.thresholds.safety[kind];
    const inWhole = scores.get(kind) ?? 0;
    const isSaid = parts.some((part) => (part.get(kind) ?? 0) >= (1 + threshold) / 2);
    return inWhole >= threshold || (isSaid && (parts.length >= FEW_SENTENCES || inWhole >= TRACE));
  };
  return SAFETY_KINDS.find(isHeard) ?? null;
}

export function safetyScores(
  features: readonly Feature[],
  { safety }: Pick<Model, 'safety'>,
): ReadonlyMap<string, number> {
  const scores = probabilitiesOf(logitsOf(safety, features), 1);
  return new Map(safety.labels.map((label, i) => [label, scores[i] ?? 0]));
}
