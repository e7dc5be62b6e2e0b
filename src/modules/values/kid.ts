/** The KID, the payment reference of Norwegian giros: it names a payment, never a person. */
import { mod10Digit, mod11Digit } from './check-digits.js';
import { SkrankeError } from './errors.js';

declare const kidBrand: unique symbol;

/** 2 to 25 characters: digits, of which the last, the check, may be '-' under MOD11. */
export type Kid = string & { readonly [kidBrand]: 'Kid' };

export type KidRule = 'mod10' | 'mod11';

/**
 * Reads a KID as printed or typed; spaces are dropped.
 * @param rules  the rules of the collector's agreement with its bank; without it, either
 * @returns      null when length or check digit is wrong
 * @source       Mastercard Payment Services Norway, KID: 4 to 25 by agreement, 2 to 25 by the shortest in use
 */
export const readKid = (text: string, rules: readonly KidRule[] = ['mod10', 'mod11']): Kid | null => {
  const bare = text.replace(/[\s\u00a0]/gu, '');
  if (!/^\d{1,24}[\d-]$/.test(bare)) return null;
  return rules.some((rule) => check(bare.slice(0, -1), rule) === bare.at(-1)) ? (bare as Kid) : null;
};

/**
 * Puts the check digit on a reference.
 * @param base  1 to 24 digits
 * @param rule  prefer mod10: under mod11 one base in eleven ends in '-'
 */
export const makeKid = (base: string, rule: KidRule): Kid => {
  if (!/^\d{1,24}$/.test(base)) throw new SkrankeError('SKR_BAD_INPUT', 'a KID is made of 1 to 24 digits');
  return `${base}${check(base, rule)}` as Kid;
};

const check = (base: string, rule: KidRule): string => (rule === 'mod10' ? mod10Digit(base) : mod11Digit(base));
