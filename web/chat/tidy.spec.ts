import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { forClipboard, tidy } from './tidy.js';

describe('what is sent for what is typed', () => {
  it.each(['12345678', '1234 5678', ' 1234-5678\n', '1234.5678', '«1234 5678»'])('a code is sent 4+4: %p', (typed) => {
    expect(tidy(typed, 'code')).toBe('1234 5678');
  });

  it.each(['ab1cdef2gh', 'AB1CD EF2GH', 'ab1cd-ef2gh '])('a letter code is sent 5+5: %p', (typed) => {
    expect(tidy(typed, 'letter-code')).toBe('AB1CD EF2GH');
  });

  it.each(['Ring meg på 91234567', '1234567', '123456789', 'Hva er dette?'])('words stay words: %p', (typed) => {
    expect(tidy(typed, 'code')).toBe(typed);
  });

  it('loses no letter or digit of anything', () => {
    const solid = (text: string): string => text.replace(/[^\p{L}\d]/gu, '').toUpperCase();
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('code', 'letter-code', 'email', undefined), (text, expects) => {
        expect(solid(tidy(text, expects))).toBe(solid(text));
      }),
    );
  });
});

describe('what lands on the clipboard', () => {
  it.each([
    ['0012 3456 7890 12', '0012345678 9012'.replace(' ', '')],
    ['1234 56 78903', '12345678903'],
    ['1 378,72 kr', '1378,72'],
    ['kr 1 378,72', '1378,72'],
    ['Fjordvakt Inkasso AS', 'Fjordvakt Inkasso AS'],
    ['18. mars 2027', '18. mars 2027'],
  ])('%p becomes %p', (shown, copied) => {
    expect(forClipboard(shown)).toBe(copied);
  });
});
