/** Notices a language the desk does not speak, so that one line in it can say that a person will help. */
import { wordsOf } from './words.js';

/** Language code to words that hardly occur in Norwegian, Danish, Swedish or English. */
export type ForeignWords = Readonly<Record<string, readonly string[]>>;
export type ForeignLexicon = ReadonlyMap<string, readonly string[]>;

/** Two telling words, and one word in five: a name or a quoted word alone is no language. */
const ENOUGH_WORDS = 2;
const ENOUGH_SHARE = 0.18;
const SCRIPT_SHARE = 0.5;

const SCRIPTS: readonly { readonly letters: RegExp; readonly language: (text: string) => string }[] = [
  { letters: /\p{Script=Cyrillic}/gu, language: cyrillic },
  { letters: /\p{Script=Arabic}/gu, language: (text) => (/[پچژگکی]/.test(text) ? 'fa' : 'ar') },
  { letters: /\p{Script=Ethiopic}/gu, language: () => 'ti' },
  { letters: /\p{Script=Greek}/gu, language: () => 'el' },
  { letters: /\p{Script=Hebrew}/gu, language: () => 'he' },
  { letters: /\p{Script=Thai}/gu, language: () => 'th' },
  { letters: /\p{Script=Tamil}/gu, language: () => 'ta' },
  { letters: /\p{Script=Devanagari}/gu, language: () => 'hi' },
  { letters: /\p{Script=Hangul}/gu, language: () => 'ko' },
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: () => 'ja' },
  { letters: /\p{Script=Han}/gu, language: () => 'zh' },
];

/** @returns each telling word with the languages it tells of */
export function compileForeign(words: ForeignWords): ForeignLexicon {
  const lexicon = new Map<string, string[]>();
  for (const [language, list] of Object.entries(words)) {
    for (const word of list) lexicon.set(word, [...(lexicon.get(word) ?? []), language]);
  }
  return lexicon;
}

/**
 * @param text  normalised
 * @returns     a two-letter code, or undefined for the desk's own languages and for anything too short to tell
 */
export function foreignLanguage(text: string, lexicon: ForeignLexicon): string | undefined {
  return byScript(text) ?? byWords(text, lexicon);
}

function byScript(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const found = SCRIPTS.find((script) => (text.match(script.letters)?.length ?? 0) > SCRIPT_SHARE * letters);
  return letters > 0 ? found?.language(text) : undefined;
}

function cyrillic(text: string): string {
  if (/[іїєґ]/i.test(text)) return 'uk';
  return /[ўћђџљњ]/i.test(text) ? 'sr' : 'ru';
}

function byWords(text: string, lexicon: ForeignLexicon): string | undefined {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const language of lexicon.get(word.text) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (best === undefined || best[1] < ENOUGH_WORDS || best[1] < ENOUGH_SHARE * words.length) return undefined;
  return best[0];
}
