import { describe, expect, it } from '@jest/globals';
import { chooseLanguage } from './choose-language.js';

describe('the language the page begins in', () => {
  it('is the one asked for in the address', () => {
    expect(chooseLanguage('nn', ['en-GB'])).toBe('nn');
  });

  it.each([
    [['nn-NO', 'nb-NO'], 'nn'],
    [['no'], 'nb'],
    [['da-DK'], 'nb'],
    [['pl', 'nb'], 'nb'],
    [['pl-PL'], 'en'],
    [[], 'en'],
  ])('is the nearest to what the browser reads: %p', (accepted, language) => {
    expect(chooseLanguage(null, accepted)).toBe(language);
  });

  it('is not taken from an unknown wish', () => {
    expect(chooseLanguage('__proto__', ['nn'])).toBe('nn');
  });
});
