/** Case numbers in a letter: what has their shape, and what a look-up has found to be somebody's. */
import type { CaseNumberFinder } from '../understanding/case-numbers.js';
import type { LetterFinding } from './letter-finding.js';
import { findings } from './letter-finding.js';

const tokens = /(?<![\p{L}\p{Nd}])(?:\p{L}{1,4}[- ]?)?\p{Nd}{4,12}(?!\p{Nd})/gu;

/** The ways a case number in the letter may stand in the register; each is looked up by its keyed hash. */
export const caseNumberForms = (letter: string): readonly string[] => [
  ...new Set(findings('case-number', tokens, letter).flatMap(({ text }) => formsOf(text))),
];

const formsOf = (text: string): readonly string[] => {
  const [, letters = '', digits = ''] = /^(\p{L}*)[- ]?(\p{Nd}+)$/u.exec(text) ?? [];
  return letters === ''
    ? [digits]
    : [`${letters.toUpperCase()}-${digits}`, `${letters.toUpperCase()}${digits}`, digits];
};

/**
 * @param own      case numbers that may stand there; empty for who is not proven
 * @param foreign  forms that were found to be a case of somebody else
 */
export const caseNumbersIn = (
  letter: string,
  {
    own,
    foreign,
    find,
  }: { readonly own: readonly string[]; readonly foreign: readonly string[]; readonly find: CaseNumberFinder },
): readonly LetterFinding[] => {
  const mayStand = new Set(own.map(digitsOf));
  const shaped = find(letter).map(({ start, end }): LetterFinding => ({
    kind: 'case-number',
    text: letter.slice(start, end),
    start,
    end,
  }));
  const known = findings('case-number', tokens, letter).filter(({ text }) =>
    formsOf(text).some((form) => foreign.includes(form)),
  );
  return [...shaped.filter(({ text }) => !mayStand.has(digitsOf(text))), ...known];
};

const digitsOf = (text: string): string => text.replace(/\P{Nd}/gu, '');
