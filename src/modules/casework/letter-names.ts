/** Names in a letter: people and firms of the register, and creditors. */
import { findings, literal, type LetterFinding } from './letter-finding.js';

const legalForms = /[\s,]+(?:AS|ASA|ANS|DA|SA|BA|KS|NUF|ENK|SE|AB|A\/S|Ltd\.?|GmbH)$/iu;
const capitalised = /(?<!\p{L})\p{Lu}[\p{L}'\u2019-]*/gu;
const least = 2;
const brandLetters = 6;

/** Words that may be somebody's last name, in lower case, to be looked up by their keyed hash. */
export const surnamesIn = (letter: string): readonly string[] =>
  [...new Set((letter.match(capitalised) ?? []).map((word) => word.toLowerCase()))].filter(
    (word) => word.length >= least,
  );

/** People and firms by full name: first and last name near each other, in either order. */
export const namesIn = (letter: string, names: readonly string[]): readonly LetterFinding[] =>
  names.flatMap((name) => findings('name', patternOf(name), letter));

const patternOf = (name: string): RegExp => {
  const words = name.replace(legalForms, '').split(/\s+/u).map(literal);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const between = '(?:\\s+\\p{L}[\\p{L}.-]*){0,3}';
  const either = words.length === 1 ? first : `${first}${between}\\s+${last}|${last},?\\s+${first}`;
  return new RegExp(`(?<!\\p{L})(?:${either})(?!\\p{L})`, 'giu');
};

/** A last name so common that nobody was looked up: with a capitalised word before it, it counts as a name. */
export const commonNamesIn = (letter: string, surnames: readonly string[]): readonly LetterFinding[] =>
  surnames.flatMap((surname) =>
    findings(
      'name',
      new RegExp(`(?<!\\p{L})\\p{Lu}[\\p{L}'\u2019-]*\\s+${initialCapital(surname)}(?!\\p{L})`, 'gu'),
      letter,
    ),
  );

const initialCapital = (word: string): string => `${literal(word.charAt(0).toUpperCase())}${literal(word.slice(1))}`;

/** Creditors by their name without its legal form, or by a first word that is long enough to be a brand. */
export const creditorsIn = (letter: string, creditors: readonly string[]): readonly LetterFinding[] =>
  creditors.flatMap((creditor) => {
    const name = creditor.replace(legalForms, '').trim();
    const brand = name.split(/\s+/u)[0] ?? '';
    const whole = findings(
      'creditor',
      new RegExp(`(?<!\\p{L})${literal(name).replace(/\s+/gu, '\\s+')}(?!\\p{L})`, 'giu'),
      letter,
    );
    const short =
      brand.length < brandLetters
        ? []
        : findings('creditor', new RegExp(`(?<!\\p{L})${literal(brand)}(?!\\p{L})`, 'gu'), letter);
    return [...whole, ...short];
  });
