import { describe, expect, it } from '@jest/globals';
import { caseNumberFinder } from '../understanding/case-numbers.js';
import { caseNumberForms, caseNumbersIn } from './letter-case-numbers.js';

const find = caseNumberFinder({ prefixes: ['FV-'], words: ['sak'], minDigits: 6, maxDigits: 6 });
const texts = (letter: string, own: readonly string[], foreign: readonly string[]): readonly string[] =>
  caseNumbersIn(letter, { own, foreign, find }).map(({ text }) => text);

describe('caseNumberForms', () => {
  it('gives the ways a number may stand in the register', () => {
    expect(caseNumberForms('sak fv-267973, eller 12345')).toEqual(['FV-267973', 'FV267973', '267973', '12345']);
  });
});

describe('caseNumbersIn', () => {
  it('lets her own case number stand, however it is written', () => {
    expect(texts('Det gjelder FV-267973.', ['FV-267973'], [])).toEqual([]);
    expect(texts('Det gjelder sak 267973.', ['FV-267973'], [])).toEqual([]);
  });

  it('finds any other that has the shape, and any that a look-up knows as somebody’s', () => {
    expect(texts('Det gjelder FV-111111.', ['FV-267973'], [])).toEqual(['FV-111111']);
    expect(texts('Se på 98765.', [], ['98765'])).toEqual([expect.stringContaining('98765')]);
  });
});
