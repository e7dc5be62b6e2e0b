/** What the person wants, in plain words: what a case is called on every page. */
import type { Language, Row } from '../api/contract.js';
import { isKnown, named, type Words } from './words.js';

export function wanted({ intent, kind }: Pick<Row, 'intent' | 'kind'>, say: Words, language: Language): string {
  if (isKnown(say, 'wants', intent)) return named(say, 'wants', intent);
  return capitalised(kind[language]);
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
