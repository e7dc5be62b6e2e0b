import { describe, expect, it } from '@jest/globals';
import { row } from '../fake-case.js';
import { wanted } from './wants.js';
import { words } from './words.js';

describe('what a case is called', () => {
  it('is what the person wants, in plain words', () => {
    expect(wanted(row({ intent: 'erasure' }), words.nb, 'nb')).toBe('Vil ha opplysninger slettet');
    expect(wanted(row({ intent: 'erasure' }), words.en, 'en')).toBe('Wants data erased');
  });

  it("is told in the desk's own words where the page has none", () => {
    const kind = { nb: 'noe nytt', nn: 'noko nytt', en: 'something new' };
    expect(wanted(row({ intent: 'something_new', kind }), words.nn, 'nn')).toBe('Noko nytt');
  });
});
