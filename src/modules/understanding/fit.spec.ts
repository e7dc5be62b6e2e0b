import { describe, expect, it } from '@jest/globals';
import { fitLogistic, type Example } from './fit.js';

const example = (column: number, label: number): Example => ({
  vector: { columns: [column, 2], values: [1, 0.1] },
  label,
  weight: 1,
});
const examples = Array.from({ length: 40 }, (_, i) => example(i % 2, i % 2));
const options = { classes: 2, columns: 3, epochs: 20, seeds: [1, 2] };

describe('fitting', () => {
  it('finds the feature that tells one label from the other', () => {
    const { weights } = fitLogistic(examples, options);
    expect((weights[0] ?? 0) - (weights[1] ?? 0)).toBeGreaterThan(1);
    expect((weights[3] ?? 0) - (weights[2] ?? 0)).toBeGreaterThan(1);
  });

  it('gives the same weights, bit by bit, for the same lines and seeds, and others for other seeds', () => {
    expect(fitLogistic(examples, options)).toEqual(fitLogistic(examples, options));
    expect(fitLogistic(examples, { ...options, seeds: [3] }).weights).not.toEqual(
      fitLogistic(examples, options).weights,
    );
  });
});
