/** Keeps a polite opening from hiding what the message is about. */
import { groupOf, type Intent } from './intents.js';
import type { Word } from './words.js';

/** "Hei, god dag, er det noen der" is eight; a sentence with a matter in it is longer or names money. */
const MAX_WORDS = 8;
const MATTER =
  /^(?:\d|kr$|krone|gebyr|rent|salær|krav|faktur|regning|rekning|betal|gjeld|inkasso|purr|sak|brev|pay|paid|fee|invoice|debt|bill|claim|interest|owe|letter|money|peng)/;

/** Whether a greeting, thanks or goodbye may be all there is in these words. */
export function maySmallTalk(words: readonly Word[]): boolean {
  return words.length <= MAX_WORDS && !words.some((word) => MATTER.test(word.text));
}

export function isSmallTalk(intent: Intent): boolean {
  return groupOf(intent) === 'social';
}
