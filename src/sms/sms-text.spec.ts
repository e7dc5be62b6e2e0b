import { describe, expect, it } from '@jest/globals';
import { shippedPolicy } from '../../test/world/shipped-policy.js';
import { mostSeptets, septets } from './sms-text.js';

describe('one text message', () => {
  it.each([
    ['', 0],
    ['Koden er 0123 4567', 18],
    ['æøåÆØÅ', 6],
    ['€', 2],
    ['[a]', 5],
    ['–', null],
    ['kód', null],
    ['😀', null],
  ])('"%s" takes %s septets [3GPP TS 23.038]', (text, taken) => {
    expect(septets(text)).toBe(taken);
  });

  it.each(['nb', 'nn', 'en'] as const)(
    'holds the code in %s with every letter of it in the GSM alphabet [ND2]',
    (language) => {
      const text = shippedPolicy.phrases[language]['code.sms']
        .replace('{code}', '0123 4567')
        .replace('{minutes}', '10');
      expect(septets(text)).not.toBeNull();
      expect(septets(text)).toBeLessThanOrEqual(mostSeptets);
    },
  );
});
