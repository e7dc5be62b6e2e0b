/** One stretch of text with its scores: what it may mean, and how far it stands from what the desk does not know. */
import { logitsOf, probabilitiesOf } from './classify.js';
import type { Feature } from './features.js';
import { isIntent, type Intent } from './intents.js';
import type { Model } from './model.js';
import { isSmallTalk, maySmallTalk } from './small-talk.js';
import type { Word } from './words.js';

export type ScoredIntent = { readonly intent: Intent; readonly score: number };

export type Reading = {
  readonly words: readonly Word[];
  /** Likeliest first, without `other`, and without `crisis`, which the lexicon and a classifier of its own hear; small talk is left out where it cannot be all there is. */
  readonly ranked: readonly ScoredIntent[];
  /** Logit of the likeliest intent less the logit of `other`; the surest sign of the desk's own matters. */
  readonly margin: number;
  /** Score of `other`. */
  readonly other: number;
  /** Score of `crisis`: no ranking, a trace for the classifier that listens for danger. */
  readonly danger: number;
  /** It asks for something; what only tells of something weighs less beside other sentences. */
  readonly asks: boolean;
  /** What the words are made of, for the other classifiers. */
  readonly features: readonly Feature[];
};

const UNRANKED: ReadonlySet<Intent> = new Set(['other', 'crisis']);

export function readingOf(
  words: readonly Word[],
  features: readonly Feature[],
  model: Pick<Model, 'intents' | 'temperature'>,
): Omit<Reading, 'asks'> {
  const logits = logitsOf(model.intents, features);
  const isAllowed = maySmallTalk(words);
  const scored = Array.from(probabilitiesOf(logits, model.temperature), (score, i) => ({
    intent: labelOf(model, i),
    score,
    logit: logits[i] ?? 0,
  }));
  const other = scored.find(({ intent }) => intent === 'other');
  const known = scored.filter(({ intent }) => !UNRANKED.has(intent) && (isAllowed || !isSmallTalk(intent)));
  const ranked = known.sort((a, b) => b.logit - a.logit);
  return {
    words,
    ranked: ranked.map(({ intent, score }) => ({ intent, score })),
    margin: (ranked[0]?.logit ?? -Infinity) - (other?.logit ?? 0),
    other: other?.score ?? 0,
    danger: scored.find(({ intent }) => intent === 'crisis')?.score ?? 0,
    features,
  };
}

function labelOf({ intents }: Pick<Model, 'intents'>, at: number): Intent {
  const label = intents.labels[at] ?? 'other';
  return isIntent(label) ? label : 'other';
}
