import { describe, expect, it } from '@jest/globals';
import { negated } from './negation.js';
import { wordsOf } from './words.js';

const reached = (text: string): readonly string[] => {
  const words = wordsOf(text);
  const flags = negated(words);
  return words.filter((_, i) => flags[i] === true).map((word) => word.text);
};

describe('a negation', () => {
  it('reaches the three words after it and no further', () => {
    expect(reached('ikke slett mine data i dag')).toEqual(['slett', 'mine', 'data']);
  });

  it('stops at the end of a clause', () => {
    expect(reached('nei ikke nå, slett alt')).toEqual(['nå']);
  });

  it('is heard in dialect, nynorsk and English contractions', () => {
    expect(reached('itj slett')).toEqual(['slett']);
    expect(reached('ikkje slett')).toEqual(['slett']);
    expect(reached("don't delete")).toEqual(['delete']);
  });
});
