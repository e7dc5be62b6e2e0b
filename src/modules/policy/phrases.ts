import { isFactName, type FactName } from '../disclosure/facts.js';
import type { PhraseKey } from './phrase-keys.js';
import { phraseKeys } from './phrase-keys.js';

export type Language = 'nb' | 'nn' | 'en';

/** Every sentence the desk can say, by language and key. `{fact}` stands for a disclosed fact. */
export type Phrases = Readonly<Record<Language, Readonly<Record<PhraseKey, string>>>>;

/** One language's file as it was read. */
export type PhraseFile = Readonly<Record<string, string>>;

/** One thing wrong with one phrase, in words that follow its key. */
export type PhraseFault = { readonly language: Language; readonly key: string; readonly what: string };

const placeholder = /\{([A-Za-z]+)\}/g;

/** The facts a phrase asks for, in order of appearance. */
export const factsIn = (phrase: string): readonly string[] =>
  [...phrase.matchAll(placeholder)].map((match) => match[1] ?? '');

/**
 * What keeps three phrase files from being used: a key missing, a key nobody uses, a placeholder that is no
 * fact, or one that stands in one language only.
 * @returns every fault, empty when sound
 */
export const phraseFaults = (files: Readonly<Record<Language, PhraseFile>>): readonly PhraseFault[] => {
  const languages = Object.keys(files) as Language[];
  return languages.flatMap((language) => [
    ...phraseKeys
      .filter((key) => !Object.hasOwn(files[language], key))
      .map((key) => ({ language, key, what: 'is missing' })),
    ...Object.keys(files[language]).flatMap((key) => faultsOf(language, key, files)),
  ]);
};

const faultsOf = (
  language: Language,
  key: string,
  files: Readonly<Record<Language, PhraseFile>>,
): readonly PhraseFault[] => {
  const fault = (what: string): PhraseFault => ({ language, key, what });
  if (!(phraseKeys as readonly string[]).includes(key)) return [fault('is a phrase nobody says')];
  const text = files[language][key] ?? '';
  const unknown = factsIn(text)
    .filter((name) => !isFactName(name))
    .map((name) => fault(`asks for {${name}}, which is no fact`));
  const same = sorted(factsIn(text)) === sorted(factsIn(files.nb[key] ?? text));
  return [
    ...unknown,
    ...(text.trim() === '' ? [fault('is empty')] : []),
    ...(same ? [] : [fault('asks for other facts than nb does')]),
  ];
};

const sorted = (names: readonly string[]): string => [...new Set(names)].sort().join(',');

/** Fills a phrase; `write` gives the words of a fact and may refuse. */
export const fill = (phrase: string, write: (fact: FactName) => string): string =>
  phrase.replaceAll(placeholder, (_, name: string) => write(name as FactName));
