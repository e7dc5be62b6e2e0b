/** Which language the page begins in. */
import { readLanguage, type Language } from './activity.js';

/** Who reads a neighbouring language gets the one closest to it. */
const NEAREST: Readonly<Record<string, Language>> = { nb: 'nb', no: 'nb', nn: 'nn', da: 'nb', sv: 'nb', en: 'en' };

/**
 * @param asked     the address's `lang`, when there is one
 * @param accepted  the browser's languages, dearest first (BCP 47)
 * @returns         English where none of ours is near
 */
export function chooseLanguage(asked: string | null, accepted: readonly string[]): Language {
  const near = accepted.map((tag) => NEAREST[tag.slice(0, 2).toLowerCase()]);
  return readLanguage(asked) ?? near.find((language) => language !== undefined) ?? 'en';
}
