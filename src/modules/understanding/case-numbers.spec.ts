import { describe, expect, it } from '@jest/globals';
import { caseNumberFinder } from './case-numbers.js';

const find = caseNumberFinder({ prefixes: ['FV-'], words: ['sak', 'saksnr', 'ref'], minDigits: 4, maxDigits: 8 });
const found = (text: string): readonly string[] => find(text).map(({ start, end }) => text.slice(start, end));

describe('case numbers', () => {
  it('are found by their prefix, with or without its hyphen, in any case', () => {
    expect(found('fv-267973, FV 267973 og FV267973')).toEqual(['fv-267973', 'FV 267973', 'FV267973']);
  });

  it('are found behind a word that announces them, without the word', () => {
    expect(found('saksnr.: 267973')).toEqual(['267973']);
    expect(found('Ref AB-123456')).toEqual(['AB-123456']);
  });

  it('are no years, no longer numbers and no parts of words', () => {
    expect(found('saken fra sak 2024, sak 123456789, mesak 123456')).toEqual([]);
  });

  it('match nothing where nothing is configured', () => {
    expect(caseNumberFinder({ prefixes: [], words: [], minDigits: 4, maxDigits: 8 })('FV-267973')).toEqual([]);
  });
});
