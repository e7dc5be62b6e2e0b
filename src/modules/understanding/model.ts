/** The trained model as one JSON file: read and written here, byte for byte the same for the same training lines. */
import type { Classifier } from './classify.js';
import { INTENTS } from './intents.js';
import type { SafetyKind } from './safety.js';
import { vocabularyOf } from './vocabulary.js';

export type Thresholds = {
  /** Per intent: at or above this score the desk acts, below it asks. */
  readonly act: Readonly<Record<string, number>>;
  /** A text whose likeliest intent stands less than this above `other` means nothing the desk knows. */
  readonly gate: number;
  /** Per kind of danger: at this score a person is called although no word of the lexicon was found. */
  readonly safety: Readonly<Record<SafetyKind, number>>;
  /** Score of a rights or safety intent that forbids acting on another one without asking. */
  readonly recall: number;
};

export type Model = {
  readonly intents: Classifier;
  readonly languages: Classifier;
  /** Kinds of danger, and `none`. */
  readonly safety: Classifier;
  readonly temperature: number;
  readonly thresholds: Thresholds;
  /** SHA-256 of every file the model was trained and tuned on. */
  readonly dataSha256: string;
};

type Json = Readonly<Record<string, unknown>>;

const FORMAT = 2;

/** @throws RangeError when the file is of another format, another set of intents, or damaged */
export function parseModel(json: unknown): Model {
  const file = recordOf(json, 'model');
  if (file['format'] !== FORMAT) throw new RangeError(`model format ${String(file['format'])}, expected ${FORMAT}`);
  const intents = parseClassifier(recordOf(file['intents'], 'intents'));
  const missing = INTENTS.filter((intent) => !intents.labels.includes(intent));
  if (missing.length > 0 || intents.labels.length !== INTENTS.length) {
    throw new RangeError(`the model knows other intents than the desk: ${missing.join(', ')}`);
  }
  return {
    intents,
    languages: parseClassifier(recordOf(file['languages'], 'languages')),
    safety: parseClassifier(recordOf(file['safety'], 'safety')),
    temperature: numberOf(file, 'temperature'),
    thresholds: parseThresholds(recordOf(file['thresholds'], 'thresholds')),
    dataSha256: stringOf(file, 'dataSha256'),
  };
}

export function serialiseModel(model: Model): string {
  const { intents, languages, safety, temperature, thresholds, dataSha256 } = model;
  const file = {
    format: FORMAT,
    dataSha256,
    temperature,
    thresholds,
    languages: serialiseClassifier(languages),
    safety: serialiseClassifier(safety),
    intents: serialiseClassifier(intents),
  };
  return `${JSON.stringify(file)}\n`;
}

function parseThresholds(json: Json): Thresholds {
  const act = recordOf(json['act'], 'thresholds.act');
  return {
    act: Object.fromEntries(INTENTS.map((intent) => [intent, numberOf(act, intent)])),
    gate: numberOf(json, 'gate'),
    safety: safetyThresholds(recordOf(json['safety'], 'thresholds.safety')),
    recall: numberOf(json, 'recall'),
  };
}

function safetyThresholds(json: Json): Thresholds['safety'] {
  const of = (kind: SafetyKind): number => numberOf(json, kind);
  return { crisis: of('crisis'), threat: of('threat'), minor: of('minor'), death: of('death') };
}

function parseClassifier(json: Json): Classifier {
  const labels = stringOf(json, 'labels').split(' ');
  const hashes = new Uint32Array(bytesOf(json, 'hashes'));
  const frequencies = new Uint16Array(bytesOf(json, 'frequencies'));
  const scales = new Float32Array(bytesOf(json, 'scales'));
  const weights = new Int8Array(bytesOf(json, 'weights'));
  const bias = new Float32Array(bytesOf(json, 'bias'));
  const rows = [frequencies.length, scales.length, weights.length / labels.length];
  if (rows.some((length) => length !== hashes.length) || bias.length !== labels.length) {
    throw new RangeError('the model file is damaged: its parts differ in length');
  }
  return { labels, vocabulary: vocabularyOf(hashes, frequencies, numberOf(json, 'documents')), weights, scales, bias };
}

function serialiseClassifier(classifier: Classifier): Json {
  const { vocabulary } = classifier;
  return {
    labels: classifier.labels.join(' '),
    documents: vocabulary.documents,
    bias: base64(classifier.bias),
    hashes: base64(vocabulary.hashes),
    frequencies: base64(vocabulary.frequencies),
    scales: base64(classifier.scales),
    weights: base64(classifier.weights),
  };
}

/** Little-endian, as every machine Node runs on keeps its numbers. */
function base64(numbers: Uint32Array | Uint16Array | Float32Array | Int8Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

function bytesOf(json: Json, key: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(stringOf(json, key), 'base64')).buffer;
}

function recordOf(json: unknown, name: string): Json {
  if (typeof json !== 'object' || json === null) throw new RangeError(`the model file is damaged: ${name}`);
  return json as Json;
}

function numberOf(json: Json, key: string): number {
  const value = json[key];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new RangeError(`the model file is damaged: ${key}`);
  return value;
}

function stringOf(json: Json, key: string): string {
  const value = json[key];
  if (typeof value !== 'string') throw new RangeError(`the model file is damaged: ${key}`);
  return value;
}
