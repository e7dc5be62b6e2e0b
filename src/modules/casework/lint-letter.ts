/**
 * Reads a caseworker's own words before they leave, and names what may not go where they would go. It decides nothing
 * about who may be told what: `decide` has the last word on addressee and channel, whatever the letter says.
 */
import type { CaseNumberFinder } from '../understanding/case-numbers.js';
import type { Language } from '../values/language.js';
import { readOre } from '../values/money.js';
import { caseNumbersIn } from './letter-case-numbers.js';
import { findings, literal, type LetterFinding } from './letter-finding.js';
import { commonNamesIn, creditorsIn, namesIn } from './letter-names.js';
import { amountsIn, digitRunsIn } from './letter-numbers.js';

/**
 * What a letter is held against.
 * @property proven      identity at `substantial` or above; then only what is somebody else's may not stand
 * @property ownPhrases  words that may stand: our own name, the person's own name where she is proven
 * @property ownNumbers  numbers that may stand: our phone, the numbers of the help lines, this receipt
 * @property creditors   names of all creditors
 * @property names       full names of other parties whose last name stands in the letter
 * @property common      last names in the letter that too many bear to look at each
 * @property ownCases    case numbers of the proven person
 * @property ownAmounts  sums of the proven person's ledger, in øre; any other sum is a slip or somebody else's
 * @property othersCases forms of case numbers in the letter that are somebody else's
 */
export type LetterRules = {
  readonly proven: boolean;
  readonly ownPhrases: readonly string[];
  readonly ownNumbers: readonly string[];
  readonly creditors: readonly string[];
  readonly names: readonly string[];
  readonly common: readonly string[];
  readonly ownCases: readonly string[];
  readonly ownAmounts: readonly number[];
  readonly language: Language;
  readonly othersCases: readonly string[];
  readonly findCaseNumbers: CaseNumberFinder;
};

/**
 * @returns what was found, in the order of the letter, each place once; empty when it may go
 * @source  confidentiality, "Assurance" (a caseworker's own letter); ND2, ND3, ND15, R14
 */
export const lintLetter = (letter: string, rules: LetterRules): readonly LetterFinding[] => {
  const text = withoutOwn(letter, rules);
  const own = rules.proven ? rules.ownCases : [];
  const everywhere = [
    ...caseNumbersIn(text, { own, foreign: rules.othersCases, find: rules.findCaseNumbers }),
    ...namesIn(text, rules.names),
    ...commonNamesIn(text, rules.common),
    ...findings('blank', /\[…\]|\[\.\.\.\]/gu, text),
  ];
  const amounts = amountsIn(text).filter((one) => !rules.proven || !isOwnAmount(one, rules));
  const beforeProof = rules.proven ? [] : [...creditorsIn(text, rules.creditors), ...digitRunsIn(text)];
  return eachPlaceOnce([...everywhere, ...amounts, ...beforeProof]);
};

const isOwnAmount = ({ text }: LetterFinding, { ownAmounts, language }: LetterRules): boolean => {
  const amount = readOre(text, language);
  return amount !== null && ownAmounts.includes(amount);
};

/** The letter with what may stand blanked out, so that every offset stays true. */
const withoutOwn = (letter: string, { ownPhrases, ownNumbers }: LetterRules): string => {
  const phrases = ownPhrases
    .filter((phrase) => phrase.trim() !== '')
    .map((phrase) => `(?<!\\p{L})${literal(phrase).replace(/\s+/gu, '\\s+')}(?!\\p{L})`);
  const patterns = [...phrases, ...ownNumbers.flatMap(numberPatterns)];
  return patterns.reduce(
    (text, pattern) => text.replace(new RegExp(pattern, 'giu'), (own) => ' '.repeat(own.length)),
    letter,
  );
};

/** A number of ours however it is grouped, with or without the country in front. */
const numberPatterns = (written: string): readonly string[] => {
  const characters = Array.from(written.replace(/^\+47/, '').replace(/[^\p{L}\p{Nd}]/gu, ''));
  const country = /^\+47/.test(written) ? '(?:(?:\\+|00)47[ \\u00a0]?)?' : '';
  const grouped = characters.map(literal).join('[ \\u00a0-]?');
  return characters.length === 0 ? [] : [`(?<![\\p{L}\\p{Nd}])${country}${grouped}(?![\\p{L}\\p{Nd}])`];
};

const eachPlaceOnce = (found: readonly LetterFinding[]): readonly LetterFinding[] => {
  const inOrder = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  return inOrder.reduce<readonly LetterFinding[]>(
    (kept, one) => (kept.some((other) => other.start <= one.start && one.end <= other.end) ? kept : [...kept, one]),
    [],
  );
};
