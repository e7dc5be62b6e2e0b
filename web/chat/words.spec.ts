import { describe, expect, it } from '@jest/globals';
import { fill, words } from './words.js';

const languages = ['nb', 'nn', 'en'] as const;
const everything = languages.flatMap((language) =>
  Object.entries(words[language]).map(([key, text]) => ({ language, key, text })),
);

describe('the words of the page', () => {
  it('are there in all three languages', () => {
    expect(everything.filter(({ text }) => !text)).toEqual([]);
  });

  it('keep the place for a name in all three', () => {
    for (const { key } of everything.filter(({ text }) => text.includes('{}'))) {
      for (const language of languages)
        expect(Object.entries(words[language])).toContainEqual([key, expect.stringContaining('{}')]);
    }
  });

  it.each([/saken din/i, /du skylder/i, /debtor/i, /vedtak/i, /søknad/i, /\|/])(
    'hold nothing like %p [language: Wording]',
    (banned) => {
      expect(everything.filter(({ text }) => banned.test(text))).toEqual([]);
    },
  );

  it('take a name as it is', () => {
    expect(fill('Kopier {}', '$& KID')).toBe('Kopier $& KID');
  });
});
