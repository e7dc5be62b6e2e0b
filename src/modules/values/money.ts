/** Money is a whole number of øre; kroner exist only where people read or write them. */
import { SkrankeError } from './errors.js';
import type { Language } from './language.js';
import { rounded, type Rational, type Rounding } from './rational.js';

declare const oreBrand: unique symbol;

/** Integer øre, negative when owed the other way; always a safe integer. */
export type Ore = number & { readonly [oreBrand]: 'Ore' };

const nbsp = '\u00a0';
const minus = '\u2212';

/**
 * @param amount  whole øre
 * @throws        SKR_INTERNAL when it is no safe integer
 */
export const ore = (amount: number | bigint): Ore => {
  const value = Number(amount);
  if (!Number.isSafeInteger(value)) throw new SkrankeError('SKR_INTERNAL', 'an amount that is no whole number of øre');
  return (value === 0 ? 0 : value) as Ore; // -0 would print as a debt of nothing
};

/** Rounds an exact number of øre to whole ones. */
export const roundedOre = (exact: Rational, rounding: Rounding): Ore => ore(rounded(exact, rounding));

export const sumOre = (amounts: readonly Ore[]): Ore => ore(amounts.reduce((sum, amount) => sum + amount, 0));

export const leastOre = (first: Ore, ...others: readonly Ore[]): Ore => ore(Math.min(first, ...others));

/** `1 234,50 kr` with no-break spaces in nb and nn, `NOK 1,234.50` in en; always two decimals. */
export const formatOre = (amount: Ore, language: Language): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const sign = amount < 0 ? minus : '';
  const groups = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, language === 'en' ? ',' : nbsp);
  return language === 'en'
    ? `NOK ${sign}${groups}.${digits.slice(-2)}`
    : `${sign}${groups},${digits.slice(-2)}${nbsp}kr`;
};

const unit = '(?:kr\\.?|nok|kroner)';
const shape = (group: string, decimal: string): RegExp =>
  new RegExp(
    `^([-\u2212]?)(\\d{1,3}(?:(${group})\\d{3})(?:\\3\\d{3})*|\\d{1,13})(?:${decimal}(\\d{1,2}|[-\u2013]))?$`,
    'u',
  );
const shapes: Readonly<Record<Language, readonly RegExp[]>> = {
  nb: [shape(' ', '[,.]'), shape('\\.', ',')],
  nn: [shape(' ', '[,.]'), shape('\\.', ',')],
  en: [shape(',', '\\.'), shape(' ', '\\.')],
};

/**
 * Reads an amount as people write it: `1 234,50 kr`, `kr 1.234,-`, `NOK 1,234.50`.
 * @param language  decides which of comma and point divides kroner from øre; three digits after it are no øre
 * @returns         null for anything that is not plainly one amount of at most two decimals
 */
export const readOre = (text: string, language: Language): Ore | null => {
  const bare = text
    .replace(/[\s\u00a0\u2009\u202f]+/gu, ' ')
    .trim()
    .replace(new RegExp(`^([-\u2212]?)${unit} ?|(?<=[\\d-]) ?${unit}$`, 'giu'), '$1');
  const match = shapes[language].map((pattern) => pattern.exec(bare)).find((found) => found !== null);
  if (match === undefined) return null;
  const kroner = (match[2] ?? '').replace(/\D/g, '');
  const decimals = (match[4] ?? '').replace(/\D/g, '').padEnd(2, '0');
  const amount = Number(kroner) * 100 + Number(decimals);
  return Number.isSafeInteger(amount) ? ore(match[1] === '' ? amount : -amount) : null;
};
