/** Chooses temperature and thresholds on lines the classifiers never saw. */
import { logitsOf, probabilitiesOf, type Classifier } from './classify.js';
import { meant } from './decide-intent.js';
import { intentFeatures, type Line } from './intent-features.js';
import { groupOf, INTENTS } from './intents.js';
import type { Lexicon } from './lexicon.js';
import { mask } from './mask.js';
import type { Thresholds } from './model.js';
import { normalise } from './normalise.js';
import { readText, type TextReading } from './read-text.js';
import { SAFETY_KINDS, safetyByWords, type SafetyKind } from './safety.js';
import { safetyFeatures, safetyScores, type SafetyLine } from './safety-by-model.js';

export type Tuning = { readonly lines: readonly Line[]; readonly safety: readonly SafetyLine[] };
export type Trained = { readonly intents: Classifier; readonly safety: Classifier; readonly lexicon: Lexicon };

/** Of what the desk acts on without asking, this share must be right. */
const PRECISION = 0.985;
/** ... while it acts on at least this share. */
const COVERAGE = 0.55;
/** In-scope messages that may be taken for out of scope. */
const IN_SCOPE_LOSS = 0.05;
/** Messages without danger that may call a person in vain. */
const FALSE_ALARMS = { crisis: 0.01, threat: 0.006, minor: 0.004, death: 0.003 };
/** A score below this is no sign of danger, whatever the tuning lines say; above that, no score is needed. */
const LEAST_ALARM = 0.3;
const MOST_ALARM = 0.6;
/** Rights and safety act on less: a person sees every one of them. */
const RECALL_FIRST = 0.9;
const TEMPERATURES = Array.from({ length: 60 }, (_, i) => 0.3 * 1.04 ** i);

/** @param tuning  the tuning split; empty gives cautious defaults */
export function tune(
  { lines, safety }: Tuning,
  trained: Trained,
): { readonly temperature: number; readonly thresholds: Thresholds } {
  const temperature = rounded(bestTemperature(lines, trained));
  const readings = lines.map((line) => ({ line, reading: readLine(line.text, temperature, trained) }));
  const gate = rounded(
    chooseGate(readings.filter(({ line }) => line.intent !== 'other').map(({ reading }) => reading.whole.margin)),
  );
  const act = chooseAct(readings.map(({ line, reading }) => judged(line, reading, gate)));
  const thresholdOf = (kind: SafetyKind): number => rounded(chooseAlarm(kind, [...lines, ...safety], trained));
  return {
    temperature,
    thresholds: {
      act: Object.fromEntries(
        INTENTS.map((intent) => [intent, rounded(isRecallFirst(intent) ? act * RECALL_FIRST : act)]),
      ),
      gate,
      safety: {
        crisis: thresholdOf('crisis'),
        threat: thresholdOf('threat'),
        minor: thresholdOf('minor'),
        death: thresholdOf('death'),
      },
      recall: 0.3,
    },
  };
}

/** The one under which the right labels are likeliest. */
function bestTemperature(lines: readonly Line[], { intents, lexicon }: Trained): number {
  const scored = lines.map(({ text, intent }) => ({
    logits: logitsOf(intents, intentFeatures(text, lexicon)),
    right: intents.labels.indexOf(intent),
  }));
  const costOf = (temperature: number): number =>
    scored.reduce(
      (sum, { logits, right }) => sum - Math.log(Math.max(1e-9, probabilitiesOf(logits, temperature)[right] ?? 0)),
      0,
    );
  if (lines.length === 0) return 1;
  return TEMPERATURES.reduce((best, each) => (costOf(each) < costOf(best) ? each : best));
}

function readLine(text: string, temperature: number, { intents, lexicon }: Trained): TextReading {
  const source = normalise(text);
  return readText(source.text, mask(source, lexicon.findCaseNumbers).spans, { intents, temperature });
}

/** The highest gate that loses no more than the allowed share of what is in scope. */
function chooseGate(margins: readonly number[]): number {
  return margins.toSorted((a, b) => a - b)[Math.floor(IN_SCOPE_LOSS * margins.length)] ?? 0;
}

type Judged = { readonly score: number; readonly isRight: boolean };

/** How sure the least sure of the meanings is, and whether the gravest is the right one. */
function judged(line: Line, { whole, sentences }: TextReading, gate: number): Judged {
  const found = meant(whole, sentences, { gate });
  return {
    score: Math.min(...found.map(({ score }) => score), found.length),
    isRight: found[0]?.intent === line.intent,
  };
}

/** The lowest score above which enough is right, unless that leaves too little to act on. */
function chooseAct(all: readonly Judged[]): number {
  const ranked = all.toSorted((a, b) => b.score - a.score);
  const atLeast = Math.floor(COVERAGE * all.length);
  let right = 0;
  let chosen = ranked[atLeast - 1]?.score ?? 0.6;
  ranked.forEach(({ score, isRight }, i) => {
    if (isRight) right++;
    if (i >= atLeast && right / (i + 1) >= PRECISION) chosen = score;
  });
  return chosen;
}

/** The lowest score that calls a person in vain seldom enough. */
function chooseAlarm(kind: SafetyKind, lines: readonly (Line | SafetyLine)[], { safety, lexicon }: Trained): number {
  const calm = lines.filter(
    (line) => isCalm(line) && safetyByWords(normalise(line.text).text, lexicon.safety) === null,
  );
  const scores = calm.map(({ text }) => safetyScores(safetyFeatures(text, lexicon), { safety }).get(kind) ?? 0);
  const allowed = Math.floor(FALSE_ALARMS[kind] * scores.length);
  return Math.min(MOST_ALARM, Math.max(LEAST_ALARM, (scores.toSorted((a, b) => b - a)[allowed] ?? 0.3) + 0.001));
}

function isCalm(line: Line | SafetyLine): boolean {
  if ('kind' in line) return !(SAFETY_KINDS as readonly string[]).includes(line.kind);
  return line.intent !== 'crisis' && line.intent !== 'estate';
}

function isRecallFirst(intent: (typeof INTENTS)[number]): boolean {
  return ['crisis', 'authority', 'estate', 'others', 'identity', 'rights'].includes(groupOf(intent));
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
