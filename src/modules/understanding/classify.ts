/** Scores a sentence against every label of a linear model with int8 weights. */
import type { Feature } from './features.js';
import { vectorOf, type Vector, type Vocabulary } from './vocabulary.js';
import type { Fitted } from './fit.js';

export type Classifier = {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  /** One row of labels a feature; the real weight is the int8 times the scale of its row. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
};

const INT8_MAX = 127;

/** @returns one logit a label, in the order of `labels`; text without a known feature gets the biases */
export function logitsOf(classifier: Classifier, features: readonly Feature[]): Float64Array {
  return logitsOfVector(classifier, vectorOf(classifier.vocabulary, features));
}

export function logitsOfVector(classifier: Classifier, vector: Vector): Float64Array {
  const labels = classifier.labels.length;
  const logits = Float64Array.from(classifier.bias);
  const { weights } = classifier;
  for (let entry = 0; entry < vector.columns.length; entry++) {
    const column = vector.columns[entry] as number;
    const value = (vector.values[entry] as number) * (classifier.scales[column] as number);
    const base = column * labels;
    for (let k = 0; k < labels; k++) logits[k] = (logits[k] as number) + value * (weights[base + k] as number);
  }
  return logits;
}

/** @param temperature  > 0; fitted so that a score of 0.8 is right four times in five */
export function probabilitiesOf(logits: Float64Array, temperature: number): Float64Array {
  const top = Math.max(...logits);
  const raised = logits.map((logit) => Math.exp((logit - top) / temperature));
  const total = raised.reduce((sum, each) => sum + each, 0);
  return raised.map((each) => each / total);
}

/** Rounds fitted weights to int8, row by row. */
export function quantise(labels: readonly string[], vocabulary: Vocabulary, fitted: Fitted): Classifier {
  const rows = vocabulary.hashes.length;
  const scales = new Float32Array(rows);
  const weights = new Int8Array(rows * labels.length);
  for (let row = 0; row < rows; row++) {
    const real = fitted.weights.subarray(row * labels.length, (row + 1) * labels.length);
    const scale = Math.fround(real.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / INT8_MAX) || 1;
    scales[row] = scale;
    real.forEach(
      (weight, k) =>
        (weights[row * labels.length + k] = Math.max(-INT8_MAX, Math.min(INT8_MAX, Math.round(weight / scale)))),
    );
  }
  return { labels, vocabulary, weights, scales, bias: Float32Array.from(fitted.bias) };
}
