import { describe, expect, it } from '@jest/globals';
import { loadLexicon, loadModel } from './load-model.service.js';
import { readText } from './read-text.js';
import { safetyByModel } from './safety-by-model.js';

const model = loadModel();
const lexicon = loadLexicon().safety;
const heard = (text: string): string | null => {
  const { whole, sentences } = readText(text, [], model);
  return safetyByModel(whole, sentences, { model, lexicon });
};

describe('danger by model', () => {
  it('is heard in words no list holds', () => {
    expect(heard('jeg ligger på gulvet og har svelget et helt brett med vilje, jeg vil ikke mer')).toBe('crisis');
    expect(heard('you will regret this when i find you')).toBe('threat');
  });

  it('is heard in one sentence of a long mail', () => {
    const polite =
      'Takk for brevet av 3. mai. Jeg har lest det nøye. Beløpet er greit. Jeg flyttet i vår. Adressen er ny.';
    expect(heard(`${polite} Jeg vil ikke leve lenger. Hilsen Ola`)).toBe('crisis');
  });

  it('is not heard in figures of speech, and still heard beside one', () => {
    expect(heard('jeg dør av latter')).toBeNull();
    expect(heard('jeg dør av latter. nei, jeg vil ikke leve lenger')).toBe('crisis');
  });

  it('is not heard in everyday matters', () => {
    for (const text of ['Hva skylder jeg?', 'Kan jeg få avdrag?', 'how much is left', 'Eg vil ha innsyn'])
      expect(heard(text)).toBeNull();
  });
});
