/** Makes the model from lines people might write: same lines in, same bytes out. */
import { createHash } from 'node:crypto';
import { quantise, type Classifier } from './classify.js';
import type { Feature } from './features.js';
import { fitLogistic, type Fitted, type FitOptions } from './fit.js';
import { intentFeatures, type Line } from './intent-features.js';
import { INTENTS } from './intents.js';
import { languageFeatures, WRITTEN } from './language-id.js';
import type { Lexicon } from './lexicon.js';
import type { Model } from './model.js';
import { normalise } from './normalise.js';
import { safetyByWords } from './safety.js';
import { SAFETY_LABELS, safetyFeatures, type SafetyLine } from './safety-by-model.js';
import { tune, type Tuning } from './tune.js';
import { buildVocabulary, vectorOf, vocabularyOf, type Vocabulary } from './vocabulary.js';

export type TrainingData = {
  readonly train: readonly Line[];
  /** What must reach a person and what only sounds like it. */
  readonly safety: readonly SafetyLine[];
  /** Never trained on: thresholds and temperature are chosen here. */
  readonly tuning: Tuning;
  /** Danish and Swedish, for telling them from Norwegian; the desk's own languages come from `train`. */
  readonly neighbours: readonly { readonly lang: 'da' | 'sv'; readonly text: string }[];
};

type Labelled = { readonly label: string; readonly features: readonly Feature[] };

/** Chosen on the tuning split. */
const MIN_LINES = 2;
const INTENT_FIT = { epochs: 15, seeds: [11, 22, 33] };
const SAFETY_FIT = { epochs: 15, seeds: [11, 22, 33] };
const LANGUAGE_FIT = { epochs: 6, seeds: [11] };
/** Exponent of class balancing: 0 counts every line alike, 1 every intent alike. */
const BALANCE = 0.5;
/** A feature whose strongest weight stays below this changes no answer and only makes the file larger. */
const NEGLIGIBLE = 0.05;

/** @param data  every intent has at least one training line */
export function train(data: TrainingData, lexicon: Lexicon): Model {
  const lines = data.train.map((line) => ({ ...line, features: intentFeatures(line.text, lexicon) }));
  const intents = fit(
    INTENTS,
    lines.map(({ intent, features }) => ({ label: intent, features })),
    INTENT_FIT,
  );
  const written = [...data.train, ...data.neighbours].map(({ lang, text }) => ({
    label: lang,
    features: languageFeatures(normalise(text).text),
  }));
  const known = lines.flatMap((line) => safetyOf(line, lexicon));
  const fitSafety = (own: readonly SafetyLine[]): Classifier =>
    fit(SAFETY_LABELS, [...known, ...own.map((line) => labelled(line, lexicon))], SAFETY_FIT);
  const { temperature, thresholds } = tune(data.tuning, { intents, safety: fitSafety(data.safety), lexicon });
  return {
    intents,
    languages: fit(WRITTEN, written, LANGUAGE_FIT),
    /** What chose the thresholds is learnt from in the end: there is too little of it to be left out. */
    safety: fitSafety([...data.safety, ...data.tuning.safety]),
    temperature,
    thresholds,
    dataSha256: digestOf(data),
  };
}

function labelled({ kind, text }: SafetyLine, lexicon: Lexicon): Labelled {
  return { label: kind, features: safetyFeatures(text, lexicon) };
}

/** Intents tell the kind of danger; a line whose intent says none but whose words say some teaches neither. */
function safetyOf({ intent, text }: Line, lexicon: Lexicon): readonly Labelled[] {
  const heard = safetyByWords(normalise(text).text, lexicon.safety);
  const features = safetyFeatures(text, lexicon);
  if (intent === 'crisis') return [{ label: heard === 'threat' ? 'threat' : 'crisis', features }];
  if (intent === 'estate') return [{ label: 'death', features }];
  return heard === null ? [{ label: 'none', features }] : [];
}

function fit(
  labels: readonly string[],
  lines: readonly Labelled[],
  options: Pick<FitOptions, 'epochs' | 'seeds'>,
): Classifier {
  const vocabulary = buildVocabulary(
    lines.map(({ features }) => features),
    MIN_LINES,
  );
  const counts = new Map<string, number>();
  for (const { label } of lines) counts.set(label, (counts.get(label) ?? 0) + 1);
  const examples = lines.map(({ label, features }) => ({
    vector: vectorOf(vocabulary, features),
    label: labels.indexOf(label),
    weight: (counts.get(label) ?? 1) ** -BALANCE,
  }));
  const fitted = fitLogistic(examples, { classes: labels.length, columns: vocabulary.hashes.length, ...options });
  return pruned(labels, vocabulary, fitted);
}

function pruned(labels: readonly string[], vocabulary: Vocabulary, fitted: Fitted): Classifier {
  const size = labels.length;
  const row = (column: number): Float32Array => fitted.weights.subarray(column * size, (column + 1) * size);
  const kept = Array.from(vocabulary.hashes.keys()).filter((column) =>
    row(column).some((weight) => Math.abs(weight) >= NEGLIGIBLE),
  );
  const smaller = vocabularyOf(
    Uint32Array.from(kept, (column) => vocabulary.hashes[column] ?? 0),
    Uint16Array.from(kept, (column) => vocabulary.frequencies[column] ?? 0),
    vocabulary.documents,
  );
  const weights = new Float32Array(kept.length * size);
  kept.forEach((column, i) => weights.set(row(column), i * size));
  return quantise(labels, smaller, { weights, bias: fitted.bias });
}

/** SHA-256 of everything a model is made of, to tell whether a model file belongs to these lines. */
export function digestOf(data: TrainingData): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}
