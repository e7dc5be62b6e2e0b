import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scriptRuns } from './pdf-page.js';

describe('a text on paper', () => {
  it('is cut where the letters need another typeface', () => {
    expect(scriptRuns('Łukasz Ås, Иван')).toEqual([
      { script: 'latin-ext', text: 'Ł' },
      { script: 'latin', text: 'ukasz Ås, ' },
      { script: 'cyrillic', text: 'Иван' },
    ]);
  });

  it('loses no letter on the way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          scriptRuns(text)
            .map((run) => run.text)
            .join(''),
        ).toBe(text.normalize('NFC'));
      }),
    );
  });
});
