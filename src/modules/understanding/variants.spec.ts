import { describe, expect, it } from '@jest/globals';
import { canonical } from './variants.js';

describe('spellings', () => {
  it('of dialect, nynorsk and haste lead to the bokmål form', () => {
    expect(['ikkje', 'itj', 'æ', 'eg', 'kor', 'sjølvmord'].map(canonical)).toEqual([
      'ikke',
      'ikke',
      'jeg',
      'jeg',
      'hvor',
      'selvmord',
    ]);
  });

  it('of other words stay as they are', () => {
    expect(canonical('constructor')).toBe('constructor');
  });
});
