import { describe, expect, it } from '@jest/globals';
import type { Feature } from './features.js';
import { buildVocabulary, vectorOf } from './vocabulary.js';

const word = (hash: number): Feature => ({ hash, block: 'words' });
const letters = (hash: number): Feature => ({ hash, block: 'letters' });

describe('the vocabulary', () => {
  const vocabulary = buildVocabulary([[word(1), word(2), letters(9)], [word(1), letters(9)], [word(3)]], 2);

  it('keeps what at least so many lines share', () => {
    expect([...vocabulary.hashes]).toEqual([1, 9]);
  });

  it('weighs words and letters each to length 1 and drops what it does not know', () => {
    expect(vectorOf(vocabulary, [word(1), word(1), letters(9), word(77)])).toEqual({ columns: [0, 1], values: [1, 1] });
    expect(vectorOf(vocabulary, [word(77)]).columns).toEqual([]);
  });
});
