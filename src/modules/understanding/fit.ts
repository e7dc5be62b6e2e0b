/** Fits a multinomial logistic regression with an L2 penalty by L-BFGS: no randomness, so the same lines give the same weights. */
import { minimise } from './minimise.js';
import type { Vector } from './vocabulary.js';

export type Example = { readonly vector: Vector; readonly label: number; readonly weight: number };

export type FitOptions = {
  readonly classes: number;
  readonly columns: number;
  readonly l2: number;
  readonly iterations: number;
};

/** Weights feature by feature (`weights[column * classes + label]`) and one bias a class. */
export type Fitted = { readonly weights: Float64Array; readonly bias: Float64Array };

/** Examples laid out flat: row i holds entries `rows[i]`..`rows[i + 1]`. */
type Matrix = {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly labels: Int32Array;
  readonly shares: Float64Array;
};

/**
 * @param examples  at least one; weights > 0 are normalised to sum 1
 * @param options   l2 > 0 keeps the optimum unique
 */
export function fitLogistic(examples: readonly Example[], options: FitOptions): Fitted {
  const matrix = layOut(examples);
  const size = (options.columns + 1) * options.classes;
  const found = minimise((weights, gradient) => loss(matrix, options, weights, gradient), size, options.iterations);
  const biasAt = options.columns * options.classes;
  return { weights: found.subarray(0, biasAt), bias: found.slice(biasAt) };
}

function layOut(examples: readonly Example[]): Matrix {
  const total = examples.reduce((sum, example) => sum + example.weight, 0);
  const rows = new Int32Array(examples.length + 1);
  examples.forEach((example, i) => (rows[i + 1] = (rows[i] ?? 0) + example.vector.columns.length));
  return {
    rows,
    columns: Int32Array.from(examples.flatMap((example) => example.vector.columns)),
    values: Float64Array.from(examples.flatMap((example) => example.vector.values)),
    labels: Int32Array.from(examples, (example) => example.label),
    shares: Float64Array.from(examples, (example) => example.weight / total),
  };
}

/** Cross-entropy plus half the squared weights; fills the gradient. The biases, last, are not penalised. */
function loss(matrix: Matrix, options: FitOptions, weights: Float64Array, gradient: Float64Array): number {
  const { classes, l2 } = options;
  const biasAt = options.columns * classes;
  let sum = 0;
  for (let at = 0; at < weights.length; at++) {
    const weight = at < biasAt ? (weights[at] as number) : 0;
    gradient[at] = l2 * weight;
    sum += 0.5 * l2 * weight * weight;
  }
  const scores = new Float64Array(classes);
  for (let row = 0; row < matrix.labels.length; row++)
    sum += rowLoss(matrix, row, weights, { gradient, scores, biasAt });
  return sum;
}

type Scratch = { readonly gradient: Float64Array; readonly scores: Float64Array; readonly biasAt: number };

function rowLoss(matrix: Matrix, row: number, weights: Float64Array, scratch: Scratch): number {
  const { gradient, scores, biasAt } = scratch;
  const classes = scores.length;
  const label = matrix.labels[row] as number;
  const share = matrix.shares[row] as number;
  const [from, to] = [matrix.rows[row] as number, matrix.rows[row + 1] as number];
  for (let k = 0; k < classes; k++) scores[k] = weights[biasAt + k] as number;
  for (let entry = from; entry < to; entry++) {
    const base = (matrix.columns[entry] as number) * classes;
    const value = matrix.values[entry] as number;
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + value * (weights[base + k] as number);
  }
  const normaliser = logSumExp(scores);
  const cost = share * (normaliser - (scores[label] as number));
  for (let k = 0; k < classes; k++)
    scores[k] = share * (Math.exp((scores[k] as number) - normaliser) - (k === label ? 1 : 0));
  for (let entry = from; entry < to; entry++) {
    const base = (matrix.columns[entry] as number) * classes;
    const value = matrix.values[entry] as number;
    for (let k = 0; k < classes; k++)
      gradient[base + k] = (gradient[base + k] as number) + value * (scores[k] as number);
  }
  for (let k = 0; k < classes; k++) gradient[biasAt + k] = (gradient[biasAt + k] as number) + (scores[k] as number);
  return cost;
}

function logSumExp(scores: Float64Array): number {
  const top = Math.max(...scores);
  return top + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0));
}
