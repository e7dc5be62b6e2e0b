import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { normalise, toOriginal } from './normalise.js';

describe('normalised text', () => {
  it('holds nothing invisible, no other digits than ASCII and no odd spaces', () => {
    expect(normalise('s\u200blett\u00a0１２\u0663 𝟒 ﬁn').text).toBe('slett 123 4 fin');
  });

  it('maps every unit back to where it came from, for any text, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (original) => {
        const normal = normalise(original);
        let last = 0;
        return Array.from({ length: normal.text.length }, (_, i) => toOriginal(normal, i, i + 1)).every(
          ([start, end]) => {
            const isRight = start >= last && end >= start && end <= original.length;
            last = start;
            return isRight;
          },
        );
      }),
    );
  });

  it('cuts a pile of combining marks that would be slow to sort', () => {
    expect(normalise(`a${'\u0301'.repeat(10_000)}`).text.length).toBeLessThan(11_000);
  });

  it('keeps line breaks as one line feed each', () => {
    expect(normalise('a\r\nb\u2028c').text).toBe('a\nb\nc');
  });
});
