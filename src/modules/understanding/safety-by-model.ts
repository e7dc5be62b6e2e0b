/** Hears danger in words nobody listed: a second classifier beside the lexicon, trained on what only sounds like danger too. */
import { logitsOf, probabilitiesOf } from './classify.js';
import type { Feature } from './features.js';
import type { Model } from './model.js';
import { SAFETY_KINDS, type SafetyKind } from './safety.js';

/** What the classifier tells apart. */
export const SAFETY_LABELS = ['none', ...SAFETY_KINDS] as const;
export type SafetyLabel = (typeof SAFETY_LABELS)[number];

/** Something a person might write, and the danger in it. */
export type SafetyLine = { readonly kind: SafetyLabel; readonly text: string };

/** @returns the gravest kind whose score reaches its threshold in this stretch of text, or null */
export function safetyByModel(features: readonly Feature[], model: Pick<Model, 'safety' | 'thresholds'>): SafetyKind | null {
  const scores = safetyScores(features, model);
  return SAFETY_KINDS.find((kind) => (scores.get(kind) ?? 0) >= model.thresholds.safety[kind]) ?? null;
}

export function safetyScores(features: readonly Feature[], { safety }: Pick<Model, 'safety'>): ReadonlyMap<string, number> {
  const scores = probabilitiesOf(logitsOf(safety, features), 1);
  return new Map(safety.labels.map((label, i) => [label, scores[i] ?? 0]));
}
