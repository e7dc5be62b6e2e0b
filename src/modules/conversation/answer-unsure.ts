import type { PhraseKey } from '../policy/phrase-keys.js';
import { optionOf } from './suggestion.js';
import type { AnswerPart } from './answer-part.js';
import { say } from './answer-general.js';
import type { Setting } from './setting.js';

/** Not sure: offers what it might have been, never guesses. */
export const clarify = (intents: readonly string[], setting: Setting): AnswerPart => {
  const offered = intents.flatMap((intent) => optionOf(intent) ?? []).filter((option) => option !== 'option.human');
  const options = [...new Set(offered)].slice(0, 3);
  return {
    ...say(options.length > 0 ? 'clarify' : 'not-understood', setting),
    options: options.length > 0 ? [...options, 'option.human'] : openingOptions,
    unsure: true,
  };
};

export const openingOptions: readonly PhraseKey[] = [
  'option.balance',
  'option.payment',
  'option.plan',
  'option.dispute',
  'option.access',
  'option.human',
];
