import { describe, expect, it } from '@jest/globals';
import { loadModel } from './load-model.service.js';
import { parseModel, serialiseModel } from './model.js';

const model = loadModel();
const file = (): Record<string, unknown> => JSON.parse(serialiseModel(model)) as Record<string, unknown>;

describe('the model file', () => {
  it('is written byte for byte as it was read', () => {
    expect(serialiseModel(parseModel(file()))).toBe(serialiseModel(model));
  });

  it('is refused when it is of another format, damaged, or of other intents', () => {
    expect(() => parseModel({ ...file(), format: 1 })).toThrow(/format/);
    expect(() => parseModel({ ...file(), temperature: 'warm' })).toThrow(/damaged/);
    expect(() => parseModel({ ...file(), safety: null })).toThrow(/damaged/);
    expect(() => parseModel({ ...file(), intents: file()['languages'] })).toThrow(/other intents/);
    expect(() => parseModel(null)).toThrow(RangeError);
  });
});
