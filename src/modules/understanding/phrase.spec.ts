import { describe, expect, it } from '@jest/globals';
import { findPhrases, indexPhrases, parsePhrase } from './phrase.js';
import { wordsOf } from './words.js';

const stands = (phrase: string, text: string): boolean =>
  findPhrases(indexPhrases([parsePhrase(phrase)]), wordsOf(text)).length > 0;

describe('a phrase', () => {
  it('matches choices, stems, optional words and dialect spellings', () => {
    expect(stands('vil|skal ikke leve', 'eg vil ikkje leve')).toBe(true);
    expect(stands('selvmord*', 'selvmordstanker')).toBe(true);
    expect(stands('ta mitt eget? liv', 'ta mitt liv')).toBe(true);
  });

  it('bridges up to three words, but no full stop', () => {
    expect(stands('redd .. livet', 'redd for hele livet')).toBe(true);
    expect(stands('redd .. livet', 'redd for at hele mitt livet')).toBe(false);
    expect(stands('redd .. livet', 'er redd. livet går')).toBe(false);
  });

  it('may ask for the end of a clause, for the age of a child, and for another phrase in the same text', () => {
    expect(stands('vil bort $', 'jeg vil bort, nå')).toBe(true);
    expect(stands('vil bort $', 'jeg vil bort herfra')).toBe(false);
    expect(stands('er <age> år', 'hun er fjorten år')).toBe(true);
    expect(stands('er <age> år & krav*', 'hun er fjorten år')).toBe(false);
  });

  it('is refused when it could start anywhere', () => {
    for (const source of ['', '.. død', 'jeg? dør', '<age> år']) expect(() => parsePhrase(source)).toThrow(RangeError);
  });
});
