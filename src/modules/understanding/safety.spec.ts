import { describe, expect, it } from '@jest/globals';
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

  it('is not silenced by a stray "not" where life is at stake', () => {
    expect(safetyByWords('du skjønner ikke at jeg vil dø', lexicon)).toBe('crisis');
    expect(safetyByWords('han er ikke død', lexicon)).toBeNull();
  });
});
