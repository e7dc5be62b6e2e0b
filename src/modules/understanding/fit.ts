/** Fits a multinomial logistic regression by AdaGrad with dropout: seeded, so the same lines give the same weights. */
import { randomFrom, shuffle, type Random } from './seeded-random.js';
import type { Vector } from './vocabulary.js';

export type Example = { readonly vector: Vector; readonly label: number; readonly weight: number };

export type FitOptions = {
  readonly classes: number;
  readonly columns: number;
  readonly epochs: number;
  /** Models fitted from different seeds and averaged; a linear model's average is one linear model. */
  readonly seeds: readonly number[];
};

/** Weights feature by feature (`weights[column * classes + label]`) and one bias a class. */
export type Fitted = { readonly weights: Float32Array; readonly bias: Float32Array };

/** Chosen on the tuning split. */
const STEP = 0.2;
const LAST_STEP = 0.02;
const L2 = 1e-5;
/** Share of a line's features hidden in each pass: no single word may carry an intent alone. */
const DROPOUT = 0.3;
/** A gradient below this moves nothing that int8 weights can show. */
const NEGLIGIBLE = 1e-5;
const FIRST_SQUARE = 0.01;

/** Weights and, beside them, the sum of squared gradients; the biases stand in the last row. */
type State = { readonly weights: Float32Array; readonly squares: Float32Array; readonly classes: number };

/** @param examples  at least one; weights > 0, only their proportions count */
export function fitLogistic(examples: readonly Example[], options: FitOptions): Fitted {
  const total = new Float32Array((options.columns + 1) * options.classes);
  for (const seed of options.seeds) {
    const weights = fitOnce(examples, options, randomFrom(seed));
    weights.forEach((weight, at) => (total[at] = (total[at] ?? 0) + weight / options.seeds.length));
  }
  const biasAt = options.columns * options.classes;
  return { weights: total.subarray(0, biasAt), bias: total.slice(biasAt) };
}

function fitOnce(examples: readonly Example[], options: FitOptions, random: Random): Float32Array {
  const size = (options.columns + 1) * options.classes;
  const squares = new Float32Array(size).fill(FIRST_SQUARE);
  const state: State = { weights: new Float32Array(size), squares, classes: options.classes };
  const mean = examples.reduce((sum, example) => sum + example.weight, 0) / examples.length;
  const order = Array.from(examples);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const step = STEP + ((LAST_STEP - STEP) * epoch) / options.epochs;
    shuffle(order, random);
    for (const example of order) learn(state, example, { step, share: example.weight / mean, random });
  }
  return state.weights;
}

type Lesson = { readonly step: number; readonly share: number; readonly random: Random };

function learn(state: State, example: Example, { step, share, random }: Lesson): void {
  const { weights, classes } = state;
  const { columns, values } = example.vector;
  const kept: number[] = [];
  for (let entry = 0; entry < columns.length; entry++) if (random() >= DROPOUT) kept.push(entry);
  const biasAt = weights.length - classes;
  const slopes = Float64Array.from(weights.subarray(biasAt));
  for (const entry of kept) {
    const base = (columns[entry] as number) * classes;
    const value = values[entry] as number;
    for (let k = 0; k < classes; k++) slopes[k] = (slopes[k] as number) + value * (weights[base + k] as number);
  }
  toSlopes(slopes, example.label, share);
  for (const entry of kept)
    descend(state, (columns[entry] as number) * classes, { slopes, value: values[entry] as number, step });
  descend(state, biasAt, { slopes, value: 1, step });
}

/** Scores become the derivative of the cross-entropy by each score. */
function toSlopes(scores: Float64Array, label: number, share: number): void {
  const top = Math.max(...scores);
  let total = 0;
  for (let k = 0; k < scores.length; k++) total += scores[k] = Math.exp((scores[k] as number) - top);
  for (let k = 0; k < scores.length; k++) scores[k] = share * ((scores[k] as number) / total - (k === label ? 1 : 0));
}

type Move = { readonly slopes: Float64Array; readonly value: number; readonly step: number };

function descend({ weights, squares, classes }: State, base: number, { slopes, value, step }: Move): void {
  for (let k = 0; k < classes; k++) {
    const weight = weights[base + k] as number;
    const gradient = value * (slopes[k] as number) + L2 * weight;
    if (gradient < NEGLIGIBLE && gradient > -NEGLIGIBLE) continue;
    const square = (squares[base + k] as number) + gradient * gradient;
    squares[base + k] = square;
    weights[base + k] = weight - (step * gradient) / Math.sqrt(square);
  }
}
