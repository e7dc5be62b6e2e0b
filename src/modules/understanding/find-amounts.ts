/** Finds sums of kroner: "1 500 kr", "kr 1.500,50", "NOK 1,500", "1500,-", "500 i måneden", "fem hundre kroner". */
import { NUMBER_WORDS, smallNumber } from './number-words.js';
import type { AmountSlot } from './slots.js';

const DIGITS = /(?<![\p{L}\d.,])(\d{1,3}(?:[ .,]\d{3}){1,2}|\d{1,8})(?:[.,](\d{2}))?(?!\d)/gu;
const WRITTEN = new RegExp(
  `(?<!\\p{L})(?:(${NUMBER_WORDS}) ?)?(hundre|hundred|tusen|thousand)(?= ?(?:kr|kroner|i m|per |pr |a month|kvar|hver|nok))`,
  'giu',
);
const UNIT_BEFORE = /(?<!\p{L})(?:kr\.?|kroner|nok|sum|beløp|beløpet) ?(?:på )?$/iu;
const UNIT_AFTER = /^(?: ?(?:kr(?!\p{L})|kron|nok(?!\p{L})|,-|\.-|:-)| ?k(?!\p{L}))/iu;
const RATE_AFTER =
  /^ ?(?:i (?:måneden|månaden|mnd|uka|uken|veka)|(?:per|pr\.?|hver|kvar|each|every|a) (?:måned|månad|mnd|month|uke|veke|week)|\/ ?m|monthly|månedlig)/iu;
const MOST_ORE = 10_000_000_000;
const NEAR = 20;

/** @param text  normalised */
export function findAmounts(text: string): readonly AmountSlot[] {
  return [...inDigits(text), ...inWords(text)];
}

function inDigits(text: string): readonly AmountSlot[] {
  return [...text.matchAll(DIGITS)].flatMap((match) => {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - NEAR), match.index);
    const after = text.slice(end, end + NEAR);
    const unit = UNIT_AFTER.exec(after)?.[0] ?? '';
    if (unit === '' && !UNIT_BEFORE.test(before) && !RATE_AFTER.test(after)) return [];
    const thousands = /^ ?k$/i.test(unit) ? 1000 : 1;
    const ore = (Number((match[1] ?? '').replace(/[ .,]/g, '')) * 100 + Number(match[2] ?? 0)) * thousands;
    if (ore <= 0 || ore > MOST_ORE) return [];
    return [{ kind: 'amount' as const, start: match.index, end, ore }];
  });
}

function inWords(text: string): readonly AmountSlot[] {
  return [...text.matchAll(WRITTEN)].map((match) => {
    const scale = /^h/i.test(match[2] ?? '') ? 100 : 1000;
    const ore = (match[1] === undefined ? 1 : (smallNumber(match[1]) ?? 1)) * scale * 100;
    return { kind: 'amount' as const, start: match.index, end: match.index + match[0].length, ore };
  });
}
