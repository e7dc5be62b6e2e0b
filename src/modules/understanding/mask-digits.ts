/** Which runs of digits identify somebody or something, and as what: national ids first, then by context, then by shape. */
import { passesAsAccount, passesAsCard, passesAsNationalId, passesAsOrganisation } from './checksums.js';
import { digitChains, windowsFrom, windowsOf, type DigitChain, type DigitWindow } from './digit-groups.js';

export const MASK_KINDS = ['national-id', 'account', 'kid', 'card', 'phone', 'email', 'case', 'digits'] as const;
export type MaskKind = (typeof MASK_KINDS)[number];
export type MaskSpan = { readonly start: number; readonly end: number; readonly kind: MaskKind };

/** How far back a word like "KID" still speaks of the digits that follow. */
const CONTEXT_REACH = 28;
const KID_BEFORE = /\bkid(?:[- ]?(?:nr|nummer|nummeret|number|no|en|et))?\b[^\d\n]{0,16}\n?[^\d\n]{0,8}$/i;
const ACCOUNT_BEFORE = /\b(?:konto|kontonr|kontonummer|kontonummeret|bankkonto|account|iban)\b[^\d]{0,16}$/i;
const NATIONAL_ID_BEFORE =
  /\b(?:f[øo]dsels?(?:nr|nummer)|fnr|f\.nr|person(?:nr|nummer)|d-?nummer|national id|id number|ssn)\b[^\d]{0,16}$/i;
const PERSONAL_BEFORE = /\bperson(?:nr|nummer|nummeret)\b[^\d]{0,12}$/i;
const CARD_BEFORE = /\b(?:kort|kortet|kortnr|kortnummer|kortnummeret|card|visa|mastercard|amex)\b[^\d]{0,16}$/i;
const PHONE_BEFORE =
  /\b(?:tlf|tlf\.|telefon|telefonnummer|mobil|mobilnr|mobilnummer|phone|mobile|tel|ring|call|sms)\b[^\d]{0,16}$/i;
const CURRENCY_AFTER = /^(?:,\d\d)?\s?(?:kr|kroner|nok|,-|øre)/i;
const CURRENCY_BEFORE = /(?:kr|kroner|nok)\.?\s?$/i;
const PHONE_SHAPES: readonly (readonly number[])[] = [
  [8],
  [3, 2, 3],
  [2, 2, 2, 2],
  [3, 5],
  [5, 3],
  [4, 2, 2],
  [2, 3, 3],
];

/** More numbers in a row than any letter holds are a table or an attack; they are hidden as one, in linear time. */
const MAX_GROUPS = 256;

type Place = { readonly start: number; readonly end: number };
type Rule = (text: string, chain: DigitChain) => readonly MaskSpan[];

/** In order of precedence: what an earlier rule took, a later one does not rename. */
const RULES: readonly Rule[] = [
  nationalIds,
  kids,
  internationalPhones,
  cards,
  accountNumbers,
  elevenDigits,
  phones,
  organisations,
  longRuns,
];

/** @param text  normalised text */
export function digitMasks(text: string): readonly MaskSpan[] {
  const chains = digitChains(text);
  const readable = chains.filter((chain) => chain.groups.length <= MAX_GROUPS);
  const tables = chains.filter((chain) => chain.groups.length > MAX_GROUPS);
  return [...RULES.flatMap((rule) => readable.flatMap((chain) => rule(text, chain))), ...tables.map(wholeChain)];
}

function nationalIds(text: string, chain: DigitChain): MaskSpan[] {
  const spans = windowsOf(chain, 11, 13)
    .filter((window) => window.digits.length === 11 || window.digits.length === 13)
    .filter((window) => passesAsNationalId(shortYear(chain, window)) || isNamed(text, window, NATIONAL_ID_BEFORE))
    .filter((window) => window.digits.length === 11 || passesAsNationalId(shortYear(chain, window)))
    .map((window) => span(window, 'national-id'));
  const personal = windowsOf(chain, 5, 5).filter((window) => isNamed(text, window, PERSONAL_BEFORE));
  return [...spans, ...personal.map((window) => span(window, 'national-id'))];
}

function kids(text: string, chain: DigitChain): MaskSpan[] {
  const window = windowsFrom(chain, 0, 4, 25).findLast((each) => each.tight);
  if (window === undefined || !isNamed(text, window, KID_BEFORE)) return [];
  return [{ ...span(window, 'kid'), end: text.charAt(window.end) === '-' ? window.end + 1 : window.end }];
}

function accountNumbers(text: string, chain: DigitChain): MaskSpan[] {
  return windowsOf(chain, 11, 13).flatMap((window) => {
    const country = text
      .slice(Math.max(0, window.start - 3), window.start)
      .trim()
      .toUpperCase()
      .slice(-2);
    if (window.digits.length === 13 && country === 'NO') {
      return [{ start: window.start - 2, end: window.end, kind: 'account' as const }];
    }
    const isAccount = window.tight && (passesAsAccount(window.digits) || isNamed(text, window, ACCOUNT_BEFORE));
    return window.digits.length === 11 && isAccount && !isDated(chain, window) ? [span(window, 'account')] : [];
  });
}

function cards(text: string, chain: DigitChain): MaskSpan[] {
  const isCard = (window: DigitWindow): boolean =>
    window.tight && (passesAsCard(window.digits) || (window.digits.length > 14 && isNamed(text, window, CARD_BEFORE)));
  return apart(windowsOf(chain, 13, 19).filter(isCard)).map((window) => span(window, 'card'));
}

/** Two in a hundred account numbers pass as national ids and the reverse is seen too: every run of eleven is hidden. */
function elevenDigits(_text: string, chain: DigitChain): MaskSpan[] {
  return windowsOf(chain, 11, 11)
    .filter((window) => window.tight && !isDated(chain, window))
    .map((window) => span(window, 'digits'));
}

function internationalPhones(text: string, chain: DigitChain): MaskSpan[] {
  return chain.groups.flatMap((group, from) => {
    const isPrefixed = text.charAt(group.start - 1) === '+' || group.digits.startsWith('00');
    if (!isPrefixed) return [];
    const window = windowsFrom(chain, from, 9, 15).findLast((each) => each.tight);
    if (window === undefined) return [];
    return [
      { ...span(window, 'phone'), start: text.charAt(window.start - 1) === '+' ? window.start - 1 : window.start },
    ];
  });
}

function phones(text: string, chain: DigitChain): MaskSpan[] {
  const found = windowsOf(chain, 8, 8).filter((window) => {
    if (!window.tight || isMoney(text, window) || isDated(chain, window)) return false;
    if (isNamed(text, window, PHONE_BEFORE)) return true;
    const shape = chain.groups.slice(window.from, window.to + 1).map((group) => group.digits.length);
    return /^[2-9]/.test(window.digits) && PHONE_SHAPES.some((known) => known.join() === shape.join());
  });
  return apart(found).map((window) => span(window, 'phone'));
}

function organisations(_text: string, chain: DigitChain): MaskSpan[] {
  return windowsOf(chain, 9, 9)
    .filter((window) => window.tight && passesAsOrganisation(window.digits))
    .map((window) => span(window, 'digits'));
}

/** A run without gaps of eight or more, or one typed four by four like a code or a card, is no amount and no date. */
function longRuns(text: string, chain: DigitChain): MaskSpan[] {
  const whole = chain.groups.filter((group) => group.digits.length >= 8 && !isMoney(text, group));
  const isByFour = (window: DigitWindow): boolean =>
    window.tight && chain.groups.slice(window.from, window.to + 1).every((group) => group.digits.length === 4);
  const byFour = windowsOf(chain, 8, 20).filter((window) => isByFour(window) && !isDated(chain, window));
  return [...whole, ...byFour.toReversed()].map((each) => span(each, 'digits'));
}

/** The digits with a four-digit year shortened where a whole date leads: 01.01.1985 12345. */
function shortYear(chain: DigitChain, window: DigitWindow): string {
  const lengths = chain.groups.slice(window.from, window.to + 1).map((group) => group.digits.length);
  const hasFullYear = lengths[0] === 2 && lengths[1] === 2 && lengths[2] === 4;
  return window.digits.length === 13 && hasFullYear
    ? window.digits.slice(0, 4) + window.digits.slice(6)
    : window.digits;
}

/** A whole date inside the run: day, month and a year of 1900 to 2099, in either order. */
function isDated(chain: DigitChain, window: DigitWindow): boolean {
  const shape = chain.groups
    .slice(window.from, window.to + 1)
    .map((group) => group.digits)
    .join(' ');
  return /\b\d\d? \d\d? (?:19|20)\d\d\b/.test(shape) || /\b(?:19|20)\d\d \d\d \d\d\b/.test(shape);
}

function isNamed(text: string, window: DigitWindow, name: RegExp): boolean {
  return name.test(text.slice(Math.max(0, window.start - CONTEXT_REACH), window.start));
}

function isMoney(text: string, window: Place): boolean {
  const after = text.slice(window.end, window.end + 12);
  return CURRENCY_AFTER.test(after) || CURRENCY_BEFORE.test(text.slice(Math.max(0, window.start - 8), window.start));
}

/** Left to right, dropping what overlaps a window already kept. */
function apart(windows: readonly DigitWindow[]): readonly DigitWindow[] {
  const kept: DigitWindow[] = [];
  for (const window of windows) if ((kept.at(-1)?.end ?? 0) <= window.start) kept.push(window);
  return kept;
}

function wholeChain(chain: DigitChain): MaskSpan {
  return { start: chain.groups[0]?.start ?? 0, end: chain.groups.at(-1)?.end ?? 0, kind: 'digits' };
}

function span(window: Place, kind: MaskKind): MaskSpan {
  return { start: window.start, end: window.end, kind };
}
