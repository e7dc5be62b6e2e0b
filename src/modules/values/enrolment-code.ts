/** The code an operator hands a caseworker so that she can open her account, once. */
import { createHash } from 'node:crypto';
import { formatLetterCode, makeLetterCode, readLetterCode, type LetterCode } from './letter-code.js';

declare const enrolmentCodeBrand: unique symbol;

/** Twenty characters of Crockford's base 32: 100 bit, so that a plain hash of it gives nothing away. */
export type EnrolmentCode = string & { readonly [enrolmentCodeBrand]: 'EnrolmentCode' };

const half = 10;
const longestTyped = 64;

/** @returns null when something other than the twenty characters stands there, spaces and dashes aside */
export const readEnrolmentCode = (text: string): EnrolmentCode | null => {
  if (text.length > longestTyped) return null;
  const bare = text.normalize('NFKC').replace(/[\s\p{Pd}\u2212]/gu, '');
  const halves = [readLetterCode(bare.slice(0, half)), readLetterCode(bare.slice(half))];
  return halves.includes(null) ? null : (halves.join('') as EnrolmentCode);
};

/** @param random  at least 20 random bytes */
export const makeEnrolmentCode = (random: Uint8Array): EnrolmentCode =>
  [makeLetterCode(random.subarray(0, half)), makeLetterCode(random.subarray(half))].join('') as EnrolmentCode;

/** `ABCDE FGHJK MNPQR STVWX`. */
export const formatEnrolmentCode = (code: EnrolmentCode): string =>
  [code.slice(0, half), code.slice(half)].map((part) => formatLetterCode(part as LetterCode)).join(' ');

export const enrolmentHash = (code: EnrolmentCode): Buffer => createHash('sha256').update(code, 'utf8').digest();
