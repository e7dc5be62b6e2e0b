/** A person's words as a caseworker reads them: what proves somebody and helps nobody is not shown. */
import type { CaseNumberFinder } from '../understanding/case-numbers.js';
import { findLetterCode } from '../understanding/find-letter-code.js';
import { mask } from '../understanding/mask.js';
import { normalise } from '../understanding/normalise.js';

const hidden: readonly string[] = ['national-id', 'card'];

/** More groups of five than two, as in a receipt: no code. */
const receiptBefore = /[\p{L}\d]{5}-$/u;
const receiptAfter = /^-[\p{L}\d]{5}/u;
const groupLength = 5;
/** Nobody types more of them into one message; what looks like a thousand is made to keep us busy. */
const mostCodes = 30;

type Span = readonly [start: number, end: number];

/**
 * Identity numbers, card numbers and the codes of our letters are blotted out; addresses, phone, case and payment
 * numbers stay, because the case is often about them.
 * @source R14, S17; personopplysningsloven § 12
 */
export const maskedWords = (text: string, find: CaseNumberFinder): string => {
  const numbers = mask(normalise(text), find).masked.filter(([, , kind]) => hidden.includes(kind));
  return [...numbers.map(([start, end]): Span => [start, end]), ...codesIn(text, 0, mostCodes)].reduce(
    (shown, [start, end]) => shown.slice(0, start) + '\u2022'.repeat(end - start) + shown.slice(end),
    text,
  );
};

/** A letter's code proves whoever holds it for half a year, so it is nobody else's to read. */
const codesIn = (text: string, from: number, left: number): readonly Span[] => {
  const found = left === 0 ? null : findLetterCode(text.slice(from));
  if (found === null) return [];
  const [start, end] = [from + found.start, from + found.end];
  // A word may stand before a code as its first half would: the search goes on inside.
  const more = codesIn(text, start + groupLength, left - 1);
  return isCode(text, [start, end]) ? [[start, end], ...more] : more;
};

const isCode = (text: string, [start, end]: Span): boolean => {
  const typed = text.slice(start, end);
  const isReceipt = receiptBefore.test(text.slice(0, start)) || receiptAfter.test(text.slice(end));
  return !isReceipt && (/\d/.test(typed) || typed === typed.toUpperCase());
};
