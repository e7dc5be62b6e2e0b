import { describe, expect, it } from '@jest/globals';
import { clausesOf } from './clauses.js';
import { wordsOf } from './words.js';

const cut = (text: string): readonly string[] =>
  clausesOf(wordsOf(text), text).map(({ start, end }) => text.slice(start, end));

describe('a sentence', () => {
  it('is cut where it asks for the next thing', () => {
    expect(cut('hvor mye skylder jeg og kan jeg få betale 500 i måneden?')).toEqual([
      'hvor mye skylder jeg',
      'og kan jeg få betale 500 i måneden?',
    ]);
    expect(cut('I want a copy of my data and pls stop calling me')).toEqual([
      'I want a copy of my data',
      'and pls stop calling me',
    ]);
  });

  it('is cut at the points of a list, whether they ask or tell', () => {
    expect(cut('1. hva skylder jeg 2. jeg har flyttet til Bergen')).toHaveLength(2);
  });

  it('stays whole where the joining word joins words', () => {
    expect(cut('Kan dere forklare renter og gebyrer på kravet')).toEqual([]);
    expect(cut('takk og hei')).toEqual([]);
  });
});
