import { phraseKeys, type PhraseKey } from '../policy/phrase-keys.js';
import type { Language, Phrases } from '../policy/phrases.js';

/** The name of what was asked for, as it stands in the middle of a sentence; one that has none is something else. */
export const kindOf = (intent: string, words: Phrases[Language]): string => {
  const key = `kind.${intent}`;
  if (isPhrase(key)) return words[key];
  return words[alarms.includes(intent) ? 'kind.safety' : 'kind.other'];
};

const alarms: readonly string[] = ['crisis', 'threat'];

const isPhrase = (key: string): key is PhraseKey => (phraseKeys as readonly string[]).includes(key);
