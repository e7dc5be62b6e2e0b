import { describe, expect, it } from '@jest/globals';
import { count, fill, languages, named, readLanguage, words } from './words.js';
import type { Key } from './nb.js';

const keys = Object.keys(words.nb) as Key[];
const places = (text: string): number => text.split('{}').length - 1;

describe('the words of the console', () => {
  it('are there in all three languages', () => {
    for (const language of languages) expect(keys.filter((key) => words[language][key].trim() === '')).toEqual([]);
    for (const language of languages) expect(Object.keys(words[language]).sort()).toEqual([...keys].sort());
  });

  it('keep as many places for values and forms for numbers in all three', () => {
    for (const language of languages)
      expect(
        keys.filter((key) => {
          const [own, nb] = [words[language][key], words.nb[key]];
          return places(own) !== places(nb) || own.split('|').length !== nb.split('|').length;
        }),
      ).toEqual([]);
  });

  it('are nynorsk where nynorsk is chosen', () => {
    const bokmål = /\b(ikke|hvem|hva|hvordan|noen|noe|saken|fra|jeg|vært|bare|saksbehandlere?)\b/iu;
    expect(keys.filter((key) => bokmål.test(words.nn[key]))).toEqual([]);
  });

  it('never tell anybody that she owes [ND2]', () => {
    const hard = /\bskyld(er|ig|ner)?\b|\bgjeld\b|\bdebt(or)?\b|\bowes?\b/iu;
    for (const language of languages) expect(keys.filter((key) => hard.test(words[language][key]))).toEqual([]);
  });
});

describe('a sentence', () => {
  it('is filled in order, whatever stands in a value', () => {
    expect(fill('{} og {}', 'A {}', '$&')).toBe('A $& og {}');
    expect(fill('{} og {}', 'A', 'B')).toBe('A og B');
  });

  it('has one form for one and another for more', () => {
    expect(count('{} sak|{} saker', 1)).toBe('1 sak');
    expect(count('{} sak|{} saker', 0)).toBe('0 saker');
    expect(count('{} time', 3)).toBe('3 time');
  });

  it('names what the desk lists, and lets a new word through as it is', () => {
    expect(named(words.en, 'stage', 'open')).toBe('Free');
    expect(named(words.en, 'action', 'something-new')).toBe('something new');
    expect(named(words.en, 'constructor', 'name')).toBe('name');
  });

  it('is never read in a language that is not there', () => {
    expect(readLanguage('nn')).toBe('nn');
    expect(readLanguage('sv')).toBeUndefined();
    expect(readLanguage(null)).toBeUndefined();
  });
});
