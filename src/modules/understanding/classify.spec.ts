import { describe, expect, it } from '@jest/globals';
import { logitsOfVector, probabilitiesOf, quantise } from './classify.js';
import { vocabularyOf } from './vocabulary.js';

const vocabulary = vocabularyOf(Uint32Array.of(1, 2), Uint16Array.of(1, 1), 2);

describe('a linear classifier', () => {
  it('keeps the order of its scores when its weights are rounded to int8', () => {
    const weights = Float32Array.of(0.5, -0.25, -1.5, 2);
    const rounded = quantise(['a', 'b'], vocabulary, { weights, bias: Float32Array.of(0.1, 0) });
    const [a = 0, b = 0] = logitsOfVector(rounded, { columns: [0, 1], values: [1, 0.1] });
    expect(a).toBeCloseTo(0.1 + 0.5 - 0.15, 1);
    expect(b).toBeCloseTo(-0.25 + 0.2, 1);
  });

  it('gives the biases for words it has never seen', () => {
    const blank = quantise(['a', 'b'], vocabulary, { weights: new Float32Array(4), bias: Float32Array.of(1, 2) });
    expect([...logitsOfVector(blank, { columns: [], values: [] })]).toEqual([1, 2]);
  });

  it('turns scores into shares of one, flatter the higher the temperature', () => {
    const sharp = probabilitiesOf(Float64Array.of(2, 0, -800), 0.5);
    const flat = probabilitiesOf(Float64Array.of(2, 0, -800), 4);
    expect(sharp.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1);
    expect(sharp[0]).toBeGreaterThan(flat[0] ?? 1);
  });
});
