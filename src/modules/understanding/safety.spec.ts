import { describe, expect, it } from '@jest/globals';
import { normalise } from './normalise.js';
import { loadLexicon } from './load-model.service.js';
import { compileSafety, safetyByWords } from './safety.js';

const none = { cues: [], quiet: [] };
const lexicon = compileSafety({
  crisis: { cues: ['vil dø', 'selvmord*'], quiet: ['dø av latter', 'ikke selvmord*'] },
  threat: { cues: ['drepe|drep deg|dere'], quiet: [] },
  minor: none,
  death: { cues: ['er død'], quiet: ['telefonen er død'] },
});

describe('danger by words', () => {
  it('is heard as the gravest kind', () => {
    expect(safetyByWords('jeg vil dø og skal drepe dere', lexicon)).toBe('crisis');
    expect(safetyByWords('skal drepe dere', lexicon)).toBe('threat');
  });

  it('is silenced only by a figure of speech in the same place', () => {
    expect(safetyByWords('vil dø av latter', lexicon)).toBeNull();
    expect(safetyByWords('vil dø av latter. jeg vil dø', lexicon)).toBe('crisis');
  });

  it.each([
    'jeg orker ikke mer, jeg vil ta livet mitt',
    'jeg får ikke puste, nå tar jeg livet av meg',
    "I'm not joking I will kill myself",
  ])('is not silenced by a denial of something else: %s', (text) => {
    expect(safetyByWords(normalise(text).text, loadLexicon().safety)).toBe('crisis');
  });

  it('is heard where somebody comes with a weapon', () => {
    expect(safetyByWords('kommer innom med slegga i morgen', loadLexicon().safety)).toBe('threat');
  });

  it('is not silenced by a stray "not" where life is at stake', () => {
    expect(safetyByWords('du skjønner ikke at jeg vil dø', lexicon)).toBe('crisis');
    expect(safetyByWords('han er ikke død', lexicon)).toBeNull();
  });
});

describe('a denial', () => {
  const shipped = loadLexicon().safety;
  const heard = (text: string): string | null => safetyByWords(normalise(text).text, shipped);

  it.each([
    'jeg orker ikke mer, jeg vil ta livet mitt',
    'jeg orker ikke mer jeg vil ta livet mitt',
    'orker ikke mer, vil ta livet mitt',
    'jeg kan ikke mer, jeg tar livet mitt',
    'eg orkar ikkje meir, eg vil ta livet mitt',
    'eg klarer ikkje meir. eg vil ta livet av meg',
    'jeg orker ikke mer, har tenkt å ta livet mitt',
    'jeg orker ikke mer jeg har planer om å ta livet mitt',
    "i can't go on, i will kill myself",
    'i do not care any more, i will kill myself',
    "don't bother, i want to kill myself",
  ])('of one thing does not silence a cry for help beside it: %s [S12]', (text) => {
    expect(heard(text)).toBe('crisis');
  });

  it.each([
    'jeg skal ikke ta livet mitt',
    'jeg har ikke tenkt å ta livet av meg',
    'eg skal ikkje ta livet mitt',
    'jeg har ikke noen planer om å ta livet mitt',
    'i will not kill myself',
    'no, i am not going to kill myself',
  ])('of that very thing is believed: %s', (text) => {
    expect(heard(text)).toBeNull();
  });
});
