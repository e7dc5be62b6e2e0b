import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { letterRules } from '../../../test/world/case-scenes.js';
import { lintLetter } from './lint-letter.js';

const kinds = (letter: string, change: Parameters<typeof letterRules>[0] = {}): readonly string[] =>
  lintLetter(letter, letterRules(change)).map(({ kind }) => kind);

describe('a letter to who is not proven', () => {
  it('may hold nothing that tells of a claim: no sum, number or creditor [ND2, R14]', () => {
    expect(kinds('Kravet er på 500 kr fra Tindevind, KID 4027723009808.')).toEqual(['amount', 'creditor', 'digits']);
  });

  it('may hold our own name and numbers, however they are grouped', () => {
    expect(kinds('Ring Fjordvakt på 99 99 00 10, +47 99990010 eller 0047 9999 0010.')).toEqual([]);
  });

  it('may hold nobody’s name and no case of anybody [ND3]', () => {
    expect(kinds('Hilsen til Kari Berg', { names: ['Kari Berg'] })).toEqual(['name']);
    expect(kinds('Se 98765', { othersCases: ['98765'] })).toContain('case-number');
  });
});

describe('a letter to who is proven', () => {
  it('may hold what is hers: her sums, her creditor, her case', () => {
    const own = { proven: true, ownAmounts: [50_000], ownCases: ['FV-267973'] };
    expect(kinds('Kravet fra Tindevind er på 500,00 kr i sak FV-267973.', own)).toEqual([]);
  });

  it('may not hold a sum that is not in her ledger, before a second look', () => {
    expect(kinds('Det er 501,00 kr.', { proven: true, ownAmounts: [50_000] })).toEqual(['amount']);
    expect(kinds('Det er femhundre kroner.', { proven: true, ownAmounts: [50_000] })).toEqual(['amount']);
  });

  it('may not hold what is somebody else’s [ND3, ND10]', () => {
    expect(kinds('Kari Berg', { proven: true, names: ['Kari Berg'] })).toEqual(['name']);
  });

  it('may name herself: her own name is no finding even where somebody shares it', () => {
    expect(kinds('Hei Kari Berg', { proven: true, ownPhrases: ['Kari Berg'], names: ['Kari Berg'] })).toEqual([]);
  });
});

describe('any letter', () => {
  it('is not finished while a place of its template is open', () => {
    expect(kinds('Du får mer tid, til […].', { proven: true })).toEqual(['blank']);
    expect(kinds('Du får mer tid, til [...].')).toEqual(['blank']);
  });

  it('is told each place once, in the order of the letter, with offsets that are true', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('500 kr', 'Tindevind', '123456', 'Fjordvakt', 'hei', '[…]')), (words) => {
        const letter = words.join(' , ');
        const found = lintLetter(letter, letterRules());
        for (const { text, start, end } of found) expect(letter.slice(start, end)).toBe(text);
        for (const [at, one] of found.entries()) expect(one.start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
      }),
    );
  });

  it('never passes a bare sum in kroner to who is not proven, wherever it stands', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999 }), fc.string(), fc.string(), (kroner, before, after) => {
        expect(kinds(`${before} ${String(kroner)} kr ${after}`, { ownPhrases: [], ownNumbers: [] })).toContain(
          'amount',
        );
      }),
    );
  });
});
