/** The code printed in the collector's own letters: a proof of possession for one case. */
import { SkrankeError } from './errors.js';

declare const letterCodeBrand: unique symbol;

/** Ten characters of Crockford's base 32, upper case: 50 bit. */
export type LetterCode = string & { readonly [letterCodeBrand]: 'LetterCode' };

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Reads a code as people type it: lower case, `O` for 0, `I` or `L` for 1, any spaces and dashes.
 * @returns null when something other than the ten characters stands there
 */
export const readLetterCode = (text: string): LetterCode | null => {
  if (text.length > 64) return null; // far more than ten characters and their spaces; NFKC may be costly on long text
  const bare = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return new RegExp(`^[${alphabet}]{10}$`).test(bare) ? (bare as LetterCode) : null;
};

/** `ABCDE FGHJK`. */
export const formatLetterCode = (code: LetterCode): string => `${code.slice(0, 5)} ${code.slice(5)}`;

/** @returns the first code printed five and five in a text of ours; null when none stands there */
export const printedLetterCode = (text: string): string | null =>
  new RegExp(`(?<![0-9A-Z])[${alphabet}]{5} [${alphabet}]{5}(?![0-9A-Z])`).exec(text)?.[0] ?? null;

/** @param random  at least 10 random bytes, of which five bits each are used */
export const makeLetterCode = (random: Uint8Array): LetterCode => {
  if (random.length < 10) throw new SkrankeError('SKR_INTERNAL', 'fewer than 10 random bytes for a letter code');
  return Array.from(random.subarray(0, 10), (byte) => alphabet.charAt(byte & 31)).join('') as LetterCode;
};
