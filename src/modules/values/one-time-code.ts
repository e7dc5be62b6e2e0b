/** The code sent to a mailbox or a phone and typed back in the same session. */
import { SkrankeError } from './errors.js';

declare const oneTimeCodeBrand: unique symbol;

/** Eight ASCII digits. */
export type OneTimeCode = string & { readonly [oneTimeCodeBrand]: 'OneTimeCode' };

const codes = 100_000_000;
/** The largest multiple of 10^8 below 2^48: draws above it would favour small codes. */
const fairLimit = Math.floor(2 ** 48 / codes) * codes;

/** Reads a code as typed or pasted: spaces, dashes and dots between digits, full-width digits too. */
export const readOneTimeCode = (text: string): OneTimeCode | null => {
  if (text.length > 64) return null;
  const bare = text.normalize('NFKC').replace(/[\s\p{Pd}\u2212.]/gu, '');
  return /^[0-9]{8}$/.test(bare) ? (bare as OneTimeCode) : null;
};

/** `1234 5678`, as it is shown; people read and type four at a time. */
export const formatOneTimeCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/**
 * @param random  at least 6 random bytes
 * @returns       every code equally likely; null, once in four million draws, when the bytes must be drawn anew
 */
export const makeOneTimeCode = (random: Uint8Array): OneTimeCode | null => {
  if (random.length < 6) throw new SkrankeError('SKR_INTERNAL', 'fewer than 6 random bytes for a code');
  const drawn = Buffer.from(random).readUIntBE(0, 6);
  return drawn < fairLimit ? (String(drawn % codes).padStart(8, '0') as OneTimeCode) : null;
};
