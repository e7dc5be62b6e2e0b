import { describe, expect, it } from '@jest/globals';
import { amountsIn, digitRunsIn } from './letter-numbers.js';

const texts = (found: readonly { readonly text: string }[]): readonly string[] => [
  ...new Set(found.map(({ text }) => text)),
];

describe('amountsIn', () => {
  it.each([
    'Det er kr 500.',
    'Det er 500 kr.',
    'Det er 500 kroner.',
    'NOK 1,234.50 in all',
    'Summen er 1 234,50',
    'Summen er 1\u00a0234',
    'Summen er 1.234,-',
    'Det er femhundre kroner',
    'Det er to tusen kr',
  ])('finds the sum in "%s" [ND2]', (text) => {
    expect(amountsIn(text).length).toBeGreaterThan(0);
  });

  it.each(['Du får svar innen 30 dager.', 'Vi er her kl. 9-15.', 'Det var 4. mars 2027.', 'Ring 113.'])(
    'finds none in "%s"',
    (text) => {
      expect(amountsIn(text)).toEqual([]);
    },
  );
});

describe('digitRunsIn', () => {
  it.each([
    ['KID 4027723009808', ['4027723009808']],
    ['konto 9999.12.44545', ['9999.12.44545']],
    ['fødselsnummer 118679 30231', ['118679 30231']],
    ['sak 12345', ['12345']],
  ])('finds the number in "%s" [R14]', (text, found) => {
    expect(texts(digitRunsIn(text))).toEqual(found);
  });

  it.each(['den 25.11.2026', 'den 2026-11-25', 'kl. 9.00-15.00', 'i 2026', '4 av 10'])(
    'leaves days and hours alone: "%s"',
    (text) => {
      expect(digitRunsIn(text)).toEqual([]);
    },
  );
});
