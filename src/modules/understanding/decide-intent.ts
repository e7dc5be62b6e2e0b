/** Turns scores into what to do: act on what is surely meant, ask when it is not, hand over what the desk does not know. */
import { gravityOf, groupOf, type Intent } from './intents.js';
import type { Thresholds } from './model.js';
import type { Reading, ScoredIntent } from './reading.js';
import { isSmallTalk } from './small-talk.js';
import { hasDeniedTrigger } from './trigger-verbs.js';

export type Action = 'act' | 'clarify' | 'handoff';
export type Decision = {
  /** Gravest first; never empty. */
  readonly intents: readonly ScoredIntent[];
  readonly action: Action;
  /** What to offer when the desk asks, likeliest first. */
  readonly options?: readonly Intent[];
};

const MAX_OPTIONS = 3;
/** Below this the likeliest meaning of the whole is a guess and yields to what a sentence surely says. */
const GUESS = 0.3;
/**
 * A sentence beside others must be surer than a message of its own, as every further one is a chance to err; surer
 * still where it would be served before what the whole seems to mean.
 */
const BESIDE = {
  graver: { score: 0.95, margin: 4 },
  wished: { score: 0.9, margin: 3 },
  milder: { score: 0.85, margin: 2.5 },
};
/** A sentence of fewer words says nothing by itself beside others. */
const FEW_WORDS = 3;
/** Who writes, not what is asked. */
const WRITERS: ReadonlySet<Intent> = new Set([
  'authority',
  'representative',
  'third_party',
  'creditor_contact',
  'job_applicant',
  'supplier',
]);
/** What a wish already holds: a copy of the data comes with their purpose, source and keeping (Art. 15(1)). */
const IMPLIED: Readonly<Partial<Record<Intent, readonly Intent[]>>> = {
  access: ['privacy_info'],
  estate: ['creditor_contact', 'supplier'],
};
/**
 * From four sentences on that are more than small talk, the text as a whole must leave this much room for what one of
 * them seems to tell; what one of them asks for needs no room.
 */
const LONG = 4;
const ROOM = 0.05;

/**
 * @param whole      the text read at once
 * @param sentences  its sentences and its subject; empty where `whole` says it all
 */
export function decideIntent(whole: Reading, sentences: readonly Reading[], thresholds: Thresholds): Decision {
  const found = meant(whole, sentences, thresholds);
  if (found.length === 0) return { intents: [{ intent: 'other', score: whole.other }], action: 'handoff' };
  const isSure = found.every(({ intent, score }) => score >= (thresholds.act[intent] ?? 1));
  const isDenied = found.some(({ intent }) => hasDeniedTrigger(intent, whole.words));
  if (isSure && !isDenied && !isOvershadowed(whole, found, thresholds)) return { intents: found, action: 'act' };
  return { intents: found, action: 'clarify', options: optionsOf(whole, found) };
}

/** Gravest first; empty when nothing the desk knows is meant. */
export function meant(
  whole: Reading,
  sentences: readonly Reading[],
  { gate }: Pick<Thresholds, 'gate'>,
): readonly ScoredIntent[] {
  const found = new Map<Intent, number>();
  const add = ({ intent, score }: ScoredIntent): unknown => found.set(intent, Math.max(score, found.get(intent) ?? 0));
  const main = whole.margin >= gate ? whole.ranked[0] : undefined;
  if (main !== undefined && main.score >= GUESS) add(main);
  const matters = sentences.filter(({ ranked: [top] }) => top !== undefined && !isSmallTalk(top.intent));
  for (const sentence of matters) {
    const top = sentence.ranked[0];
    if (top !== undefined && isSurelySaid(sentence, top, main) && hasRoom(whole, sentence, matters.length)) add(top);
  }
  if (found.size === 0 && main !== undefined) add(main);
  const intents = [...found].map(([intent, score]) => ({ intent, score }));
  const real = withoutImplied(
    intents.filter(({ intent }) => !isSmallTalk(intent)),
    main,
  );
  return (real.length > 0 ? real : intents).toSorted((a, b) => gravityOf(a.intent) - gravityOf(b.intent));
}

function isSurelySaid(sentence: Reading, top: ScoredIntent, main: ScoredIntent | undefined): boolean {
  if (sentence.words.length < FEW_WORDS) return false;
  const isGraver = main !== undefined && gravityOf(top.intent) < gravityOf(main.intent);
  const isOneMoreRight = main !== undefined && groupOf(main.intent) === 'rights' && groupOf(top.intent) === 'rights';
  const isPlainWish = sentence.asks && !WRITERS.has(top.intent);
  const least =
    !isGraver || (isPlainWish && isOneMoreRight) ? BESIDE.milder : isPlainWish ? BESIDE.wished : BESIDE.graver;
  return sentence.margin >= least.margin && top.score >= least.score;
}

function hasRoom(whole: Reading, { asks, ranked: [top] }: Reading, sentences: number): boolean {
  if (top === undefined) return false;
  if (!WRITERS.has(top.intent) && (asks || sentences < LONG)) return true;
  return whole.ranked.some(({ intent, score }) => intent === top.intent && score >= ROOM);
}

/** A mail has one writer, and a wish is not filed twice for the reasons given with it. */
function withoutImplied(found: readonly ScoredIntent[], main: ScoredIntent | undefined): readonly ScoredIntent[] {
  const writers = found.filter(({ intent }) => WRITERS.has(intent)).toSorted((a, b) => b.score - a.score);
  const writer = writers.find(({ intent }) => intent === main?.intent) ?? writers[0];
  const implied = new Set(found.flatMap(({ intent }) => IMPLIED[intent] ?? []));
  return found.filter((one) => (!WRITERS.has(one.intent) || one === writer) && !implied.has(one.intent));
}

/** A rights request that may be hiding behind another reading is asked about, not passed over. */
function isOvershadowed(whole: Reading, found: readonly ScoredIntent[], thresholds: Thresholds): boolean {
  return whole.ranked.some(({ intent, score }) => {
    return groupOf(intent) === 'rights' && score >= thresholds.recall && found.every((each) => each.intent !== intent);
  });
}

function optionsOf(whole: Reading, found: readonly ScoredIntent[]): readonly Intent[] {
  const likeliest = found.toSorted((a, b) => b.score - a.score).map(({ intent }) => intent);
  const offered = new Set([...likeliest, ...whole.ranked.map(({ intent }) => intent)]);
  return [...offered].filter((intent) => !isSmallTalk(intent)).slice(0, MAX_OPTIONS);
}
