import { describe, expect, it } from '@jest/globals';
import { readRecipient, writeRecipient } from '../modules/outbox/letter-recipient.js';
import { printedLetterCode } from '../modules/values/letter-code.js';
import { shownRecipient } from './shown-recipient.js';

const to = { name: 'Åse Brekke', street: 'Lyngvegen 3', postcode: '2316', city: 'Hamar', addressIsSecret: false };

describe('a letter', () => {
  it('goes to the recipient that was sealed, and to nothing else', () => {
    expect(readRecipient(writeRecipient(to))).toEqual(to);
    for (const text of ['', 'null', '[]', '{"name":"x"}', writeRecipient({ ...to, street: '' })])
      expect(readRecipient(text)).toBeNull();
  });

  it('shows a protected address nowhere but on the sheet', () => {
    expect(shownRecipient(to)).toContain('Lyngvegen');
    expect(shownRecipient({ ...to, addressIsSecret: true })).toBe(to.name);
  });

  it('shows its code five and five, and no other word as one', () => {
    expect(printedLetterCode('Koden er 4H9KB FXQYR.')).toBe('4H9KB FXQYR');
    expect(printedLetterCode('INGEN KODER HERTIL LOLUI AAAAA')).toBeNull();
  });
});
