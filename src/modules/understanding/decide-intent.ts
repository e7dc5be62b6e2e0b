/** Turns scores into what to do: act on what is surely meant, ask when it is not, hand over what the desk does not know. */
import { logitsOf, probabilitiesOf } from './classify.js';
import { featuresOf } from './features.js';
import { gravityOf, groupOf, isIntent, type Intent } from './intents.js';
import type { MaskSpan } from './mask-digits.js';
import type { Model } from './model.js';
import { isSmallTalk, maySmallTalk } from './small-talk.js';
import { hasDeniedTrigger } from './trigger-verbs.js';
import { wordsOf, type Word } from './words.js';

export type ScoredIntent = { readonly intent: Intent; readonly score: number };
export type Action = 'act' | 'clarify' | 'handoff';
export type Decision = {
  /** Gravest first; never empty. */
  readonly intents: readonly ScoredIntent[];
  readonly action: Action;
  /** What to offer when the desk asks, likeliest first. */
  readonly options?: readonly Intent[];
};

/** One stretch of text with its scores. */
export type Reading = {
  readonly words: readonly Word[];
  /** Likeliest first; small talk is left out where it cannot be all there is. */
  readonly ranked: readonly ScoredIntent[];
  /** The highest logit of any intent but `other`. */
  readonly logit: number;
};

const MAX_OPTIONS = 3;
/** A sentence beside others has to be surer than a message of its own: every further sentence is one more chance to err. */
const SURE_BESIDE_OTHERS = 0.7;

/** @param masked  spans in `text` */
export function readingOf(text: string, masked: readonly MaskSpan[], model: Model): Reading {
  const words = wordsOf(text);
  const logits = logitsOf(model.intents, featuresOf(text, masked));
  const isAllowed = maySmallTalk(words);
  const scored = Array.from(probabilitiesOf(logits, model.temperature), (score, i) => ({
    intent: labelOf(model, i),
    score,
    logit: logits[i] ?? 0,
  })).filter(({ intent }) => isAllowed || !isSmallTalk(intent));
  const inScope = scored.filter(({ intent }) => intent !== 'other');
  return {
    words,
    ranked: scored.sort((a, b) => b.score - a.score).map(({ intent, score }) => ({ intent, score })),
    logit: inScope.reduce((top, { logit }) => Math.max(top, logit), -Infinity),
  };
}

/**
 * @param whole      the text read at once
 * @param sentences  its sentences; empty or one where `whole` says it all
 */
export function decideIntent(whole: Reading, sentences: readonly Reading[], model: Model): Decision {
  const found = new Map<Intent, number>();
  const isLong = sentences.length > 0 && whole.ranked.length === 0;
  if (!isLong) collect(found, whole, model, 0);
  for (const sentence of sentences) collect(found, sentence, model, SURE_BESIDE_OTHERS);
  const intents = withoutSmallTalk([...found].map(([intent, score]) => ({ intent, score })));
  const main = isLong ? mostTelling(sentences) : whole;
  if (intents.length === 0) return undecided(main, model);
  const readings = [main, ...sentences];
  const isDoubtful = intents.some(({ intent }) => readings.some((each) => hasDeniedTrigger(intent, each.words)));
  if (isDoubtful || isOvershadowed(main, found, model)) return { intents, action: 'clarify', options: optionsOf(main) };
  return { intents, action: 'act' };
}

function collect(found: Map<Intent, number>, reading: Reading, model: Model, floor: number): void {
  const top = reading.ranked[0];
  if (top === undefined || top.intent === 'other' || reading.logit < model.thresholds.gate) return;
  if (top.score < Math.max(floor, model.thresholds.act[top.intent] ?? 1)) return;
  found.set(top.intent, Math.max(top.score, found.get(top.intent) ?? 0));
}

function undecided(reading: Reading, model: Model): Decision {
  const top = reading.ranked[0] ?? { intent: 'other' as const, score: 1 };
  if (top.intent === 'other' || reading.logit < model.thresholds.gate) {
    const other = reading.ranked.find(({ intent }) => intent === 'other');
    return { intents: [{ intent: 'other', score: other?.score ?? 1 }], action: 'handoff' };
  }
  return { intents: [top], action: 'clarify', options: optionsOf(reading) };
}

/** A rights request or a cry for help that may be hiding behind another reading is asked about, not passed over. */
function isOvershadowed(reading: Reading, found: ReadonlyMap<Intent, number>, model: Model): boolean {
  return reading.ranked.some(({ intent, score }) => {
    const isGrave = ['crisis', 'rights'].includes(groupOf(intent));
    return isGrave && !found.has(intent) && score >= model.thresholds.recall;
  });
}

function optionsOf(reading: Reading): readonly Intent[] {
  const offered = reading.ranked
    .map(({ intent }) => intent)
    .filter((intent) => intent !== 'other' && intent !== 'crisis');
  return offered.filter((intent) => !isSmallTalk(intent)).slice(0, MAX_OPTIONS);
}

function mostTelling(sentences: readonly Reading[]): Reading {
  return sentences.reduce((best, each) => (each.logit > best.logit ? each : best));
}

function withoutSmallTalk(intents: readonly ScoredIntent[]): readonly ScoredIntent[] {
  const matters = intents.filter(({ intent }) => !isSmallTalk(intent));
  return (matters.length > 0 ? matters : intents).toSorted((a, b) => gravityOf(a.intent) - gravityOf(b.intent));
}

function labelOf(model: Model, at: number): Intent {
  const label = model.intents.labels[at] ?? 'other';
  return isIntent(label) ? label : 'other';
}
