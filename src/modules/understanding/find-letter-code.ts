/** Finds the ten-character code printed in a letter, five and five, however it was copied. */
import type { FoundCode } from './find-one-time-code.js';
import { readLetterCode } from '../values/letter-code.js';
import { normalise, toOriginal } from './normalise.js';

/** Crockford base 32 has no I, L, O, U; people type the first three for 1, 1 and 0. */
const LETTER_CODE = /(?<![\p{L}\d])([0-9a-hj-tv-z]{5})[ \-._\n]{0,2}([0-9a-hj-tv-z]{5})(?![\p{L}\d])/giu;
const TYPED = /(?<![\p{L}\d])([0-9a-z]{5})[ \-._\n]{0,2}([0-9a-z]{5})(?![\p{L}\d])/giu;

/**
 * @param text  as typed
 * @returns     the code in its canonical form, without a gap; null when nothing looks like one. Two words of five
 *              letters are no code unless they are all there is: a code has a digit in all but one of a hundred cases
 */
export function findLetterCode(text: string): FoundCode | null {
  const source = normalise(text.slice(0, 20_000));
  for (const pattern of [LETTER_CODE, TYPED]) {
    for (const match of source.text.matchAll(pattern)) {
      const code = readLetterCode(`${match[1] ?? ''}${match[2] ?? ''}`);
      if (code === null || !/\d/.test(code) || /^\d{10}$/.test(`${match[1] ?? ''}${match[2] ?? ''}`)) continue;
      const rest = source.text.slice(0, match.index) + source.text.slice(match.index + match[0].length);
      const [start, end] = toOriginal(source, match.index, match.index + match[0].length);
      return { code, isWholeText: !/[\p{L}\p{N}]/u.test(rest), start, end };
    }
  }
  return null;
}
