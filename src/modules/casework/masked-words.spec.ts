import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskedWords } from './masked-words.js';

const shown = (text: string): string => maskedWords(text, () => []);

describe("a person's words before a caseworker", () => {
  it.each(['AVAX6 NNF98', 'avax6nnf98', 'Koden er AVAX6-NNF98.'])(
    'hide the code of a letter, which proves whoever holds it: %s [S17]',
    (text) => {
      expect(shown(text)).toMatch(/•{10,11}/u);
      expect(shown(text)).not.toMatch(/avax6|nnf98/iu);
    },
  );

  it('hide every code that stands there', () => {
    expect(shown('AVAX6 NNF98 og så 7GK2P 4D9XM?')).toBe('••••••••••• og så •••••••••••?');
    expect(shown('AVAX6 NNF98 eller 7GK2P 4D9XM?')).not.toMatch(/[A-Z0-9]{5}/u);
  });

  it('keep a receipt, which is how the case is found', () => {
    expect(shown('Kvittering EAM4C-BCRYN-39H7V-RV5P1-G9N7Y9, takk')).toBe(
      'Kvittering EAM4C-BCRYN-39H7V-RV5P1-G9N7Y9, takk',
    );
  });

  it('keep a phone number and an address, which the case is often about', () => {
    expect(shown('Ring 456 78 931, Elvekanten 30, 6993 Høyanger')).toBe(
      'Ring 456 78 931, Elvekanten 30, 6993 Høyanger',
    );
  });

  it('keep two plain words of five letters', () => {
    expect(shown('kjære venner')).toBe('kjære venner');
    expect(shown('treng hjelp')).toBe('treng hjelp');
  });

  it('hide identity and card numbers, wherever they stand [R14]', () => {
    expect(shown('Jeg er 11867930231, altså 118679 30231.')).not.toMatch(/\d{5}/);
    expect(shown('kort 4111 1111 1111 1111')).toBe(`kort ${'\u2022'.repeat(19)}`);
  });

  it('keep every other letter where it stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = shown(text);
        expect(words).toHaveLength(text.length);
        for (let at = 0; at < text.length; at += 1) expect([text[at], '\u2022']).toContain(words[at]);
      }),
    );
  });
});
