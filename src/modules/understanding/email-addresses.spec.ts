import { describe, expect, it } from '@jest/globals';
import { emailAddresses } from './email-addresses.js';

const found = (text: string): readonly string[] => emailAddresses(text).map(({ start, end }) => text.slice(start, end));

describe('e-mail addresses', () => {
  it('are found without what surrounds them', () => {
    expect(found('<ola+x@sub.example.co.uk>, "kari@example.no".')).toEqual([
      'ola+x@sub.example.co.uk',
      'kari@example.no',
    ]);
  });

  it('need a local part and a dotted domain', () => {
    expect(found('@example.no ola@localhost a @ b.no')).toEqual([]);
  });

  it('are found in linear time in text made of "@"', () => {
    expect(found('@'.repeat(50_000))).toEqual([]);
  });
});
