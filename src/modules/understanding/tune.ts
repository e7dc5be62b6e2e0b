/** Chooses temperature and thresholds on lines the classifier never saw. */
import { logitsOf, probabilitiesOf, type Classifier } from './classify.js';
import { intentFeatures, type Line } from './intent-features.js';
import { groupOf, INTENTS, type Intent } from './intents.js';
import type { Lexicon } from './lexicon.js';
import type { Thresholds } from './model.js';
import { safetyByWords } from './safety.js';
import { normalise } from './normalise.js';

type Scored = {
  readonly intent: Intent;
  readonly top: Intent;
  readonly score: number;
  /** Highest logit of an intent in scope. */
  readonly logit: number;
  readonly crisis: number;
  readonly isSafe: boolean;
};

/** Of what the desk acts on without asking, this share must be right. */
const PRECISION = 0.985;
/** ... while it acts on at least this share. */
const COVERAGE = 0.6;
/** In-scope messages that may be taken for out of scope. */
const IN_SCOPE_LOSS = 0.04;
/** Messages without danger that may call a person in vain. */
const FALSE_ALARMS = 0.01;
/** Rights and safety act on less: a person sees every one of them. */
const RECALL_FIRST = 0.85;
const TEMPERATURES = Array.from({ length: 60 }, (_, i) => 0.3 * 1.04 ** i);

/** @param lines  the tuning split; empty gives cautious defaults */
export function tune(
  lines: readonly Line[],
  classifier: Classifier,
  lexicon: Lexicon,
): { readonly temperature: number; readonly thresholds: Thresholds } {
  const logits = lines.map(({ text }) => logitsOf(classifier, intentFeatures(text, lexicon)));
  const temperature = bestTemperature(lines, logits, classifier);
  const scored = lines.map((line, i) =>
    scoredOf(line, logits[i] ?? new Float64Array(), { classifier, temperature, lexicon }),
  );
  const gate = chooseGate(scored);
  const act = chooseAct(scored.filter(({ logit }) => logit >= gate));
  return {
    temperature: rounded(temperature),
    thresholds: {
      act: Object.fromEntries(
        INTENTS.map((intent) => [intent, rounded(isRecallFirst(intent) ? act * RECALL_FIRST : act)]),
      ),
      gate: rounded(gate),
      crisis: rounded(chooseCrisis(scored)),
      recall: 0.3,
    },
  };
}

function scoredOf(
  line: Line,
  logits: Float64Array,
  { classifier, temperature, lexicon }: { classifier: Classifier; temperature: number; lexicon: Lexicon },
): Scored {
  const probabilities = probabilitiesOf(logits, temperature);
  const top = probabilities.indexOf(Math.max(...probabilities));
  const inScope = logits.filter((_, i) => classifier.labels[i] !== 'other');
  return {
    intent: line.intent,
    top: (classifier.labels[top] ?? 'other') as Intent,
    score: probabilities[top] ?? 0,
    logit: Math.max(...inScope),
    crisis: probabilities[classifier.labels.indexOf('crisis')] ?? 0,
    isSafe: safetyByWords(normalise(line.text).text, lexicon.safety) === null,
  };
}

/** The one under which the right labels are likeliest. */
function bestTemperature(lines: readonly Line[], logits: readonly Float64Array[], classifier: Classifier): number {
  const costOf = (temperature: number): number =>
    lines.reduce((sum, line, i) => {
      const right = classifier.labels.indexOf(line.intent);
      return sum - Math.log(Math.max(1e-9, probabilitiesOf(logits[i] ?? new Float64Array(), temperature)[right] ?? 0));
    }, 0);
  if (lines.length === 0) return 1;
  return TEMPERATURES.reduce((best, each) => (costOf(each) < costOf(best) ? each : best));
}

/** The highest gate that loses no more than the allowed share of what is in scope. */
function chooseGate(scored: readonly Scored[]): number {
  const inScope = scored.filter(({ intent, top }) => intent !== 'other' && top !== 'other').map(({ logit }) => logit);
  const alreadyLost = scored.filter(({ intent, top }) => intent !== 'other' && top === 'other').length;
  const total = inScope.length + alreadyLost;
  const mayLose = Math.max(0, Math.floor(IN_SCOPE_LOSS * total) - alreadyLost);
  return inScope.toSorted((a, b) => a - b)[mayLose] ?? 0;
}

/** The lowest score above which enough is right, unless that leaves too little to act on. */
function chooseAct(scored: readonly Scored[]): number {
  const ranked = scored.filter(({ top }) => top !== 'other').toSorted((a, b) => b.score - a.score);
  const atLeast = Math.floor(COVERAGE * scored.length);
  let right = 0;
  let chosen = ranked[Math.min(atLeast, ranked.length) - 1]?.score ?? 0.6;
  ranked.forEach((each, i) => {
    if (each.intent === each.top) right++;
    if (i >= atLeast && right / (i + 1) >= PRECISION) chosen = each.score;
  });
  return chosen;
}

/** The lowest score that calls a person in vain seldom enough. */
function chooseCrisis(scored: readonly Scored[]): number {
  const calm = scored.filter(({ intent, isSafe }) => intent !== 'crisis' && isSafe).map(({ crisis }) => crisis);
  const allowed = Math.floor(FALSE_ALARMS * calm.length);
  return Math.min(0.6, Math.max(0.1, (calm.toSorted((a, b) => b - a)[allowed] ?? 0.3) + 0.001));
}

function isRecallFirst(intent: Intent): boolean {
  return ['crisis', 'authority', 'estate', 'others', 'identity', 'rights'].includes(groupOf(intent));
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
