import { describe, expect, it } from '@jest/globals';
import { compileForeign, foreignLanguage } from './foreign.js';

const lexicon = compileForeign({ pl: ['proszę', 'dług', 'ile', 'zapłacić'], lt: ['skola', 'prašau'] });

describe('a language the desk does not speak', () => {
  it('is told by its script', () => {
    expect(
      ['скільки я винен, її', 'сколько я должен', 'كم المبلغ', 'ስንት ነው'].map((text) => foreignLanguage(text, lexicon)),
    ).toEqual(['uk', 'ru', 'ar', 'ti']);
  });

  it('is told by two of its words, not by one', () => {
    expect(foreignLanguage('ile mam zapłacić', lexicon)).toBe('pl');
    expect(foreignLanguage('hei, ile', lexicon)).toBeUndefined();
  });

  it('is not told of a quoted word or two in a long Norwegian text', () => {
    expect(foreignLanguage(`ile zapłacić ${'dette er norsk '.repeat(10)}`, lexicon)).toBeUndefined();
  });
});
