/** Amounts and long numbers in a letter to somebody who is not proven. */
import { findings, type LetterFinding } from './letter-finding.js';

const space = '[ \\u00a0\\u2009\\u202f]';
const number = `\\p{Nd}(?:[\\p{Nd}.,]|${space}(?=\\p{Nd}))*`;

const amounts: readonly RegExp[] = [
  new RegExp(`(?<!\\p{L})(?:kr\\.?|nok|kroner)${space}?${number}`, 'giu'),
  new RegExp(`${number}${space}?(?:kr(?!\\p{L})|kroner(?!\\p{L})|nok(?!\\p{L})|,[-\u2013\u2014])`, 'giu'),
  new RegExp(`(?<![\\p{Nd}.,])\\p{Nd}{1,3}(?:(?:${space}|[.,])\\p{Nd}{3})+(?:[.,]\\p{Nd}{2})?(?!\\p{Nd})`, 'gu'),
  /(?<![\p{Nd}.,])\p{Nd}+,\p{Nd}{2}(?!\p{Nd})/gu,
  /(?<!\p{L})(?:\p{L}*(?:hundre|tusen|tusind)\p{L}*|hundred|thousand|million\p{L}*)\s+(?:kroner|krone|kr|nok)(?!\p{L})/giu,
];

/** Sums of money, in figures or in words. */
export const amountsIn = (letter: string): readonly LetterFinding[] =>
  amounts.flatMap((pattern) => findings('amount', pattern, letter));

const separator = '[ \\u00a0\\u2009\\u202f./\u2013-]';
const longRun = new RegExp(`\\p{Nd}(?:${separator}?\\p{Nd}){4,}`, 'gu');

/** Five digits or more, with single separators between them; days and opening hours are no such runs. */
export const digitRunsIn = (letter: string): readonly LetterFinding[] =>
  findings('digits', longRun, letter).filter(({ text }) => !isCalendar(text));

const calendar: readonly RegExp[] = [
  /^\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})$/,
  /^\d{4}-\d{2}-\d{2}$/,
  /^\d{1,2}\.\d{2} ?[\u2013-] ?\d{1,2}\.\d{2}$/,
];

const isCalendar = (text: string): boolean => calendar.some((pattern) => pattern.test(text));
