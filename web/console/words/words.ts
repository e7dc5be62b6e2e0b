/** The words of the console in its three languages, and how numbers and names get into them. */
import type { Language } from '../api/contract.js';
import { en } from './en.js';
import { nb, type Key } from './nb.js';
import { nn } from './nn.js';

export type Words = Readonly<Record<Key, string>>;

export const languages = ['nb', 'nn', 'en'] as const;
export const words: Readonly<Record<Language, Words>> = { nb, nn, en };

/** A sentence with its `{}` filled, in order. */
export const fill = (sentence: string, ...values: readonly string[]): string =>
  values.reduce((filled, value) => filled.replace('{}', () => value), sentence);

/** `{} sak|{} saker` for a number. */
export function count(sentence: string, number: number): string {
  const [one = '', other = one] = sentence.split('|');
  return fill(number === 1 ? one : other, String(number));
}

/** What the catalogue says of a word of the desk's own lists; the word itself where it is new. */
export const named = (say: Words, family: string, word: string): string =>
  isKnown(say, family, word) ? say[`${family}-${word}` as Key] : word.replaceAll(/[-_]/gu, ' ');

export const isKnown = (say: Words, family: string, word: string): boolean => Object.hasOwn(say, `${family}-${word}`);

export const readLanguage = (text: string | null): Language | undefined => languages.find((one) => one === text);
