import { describe, expect, it } from '@jest/globals';
import { hasDeniedTrigger } from './trigger-verbs.js';
import { wordsOf } from './words.js';

describe('a trigger verb', () => {
  it('is denied within three words of a negation', () => {
    expect(hasDeniedTrigger('erasure', wordsOf('dere må ikke slette noe'))).toBe(true);
    expect(hasDeniedTrigger('dispute', wordsOf("I don't dispute this"))).toBe(true);
  });

  it('counts only for its own intent', () => {
    expect(hasDeniedTrigger('balance', wordsOf('ikke slett noe'))).toBe(false);
    expect(hasDeniedTrigger('erasure', wordsOf('slett alt'))).toBe(false);
  });
});
