import type { PhraseKey } from '../policy/phrase-keys.js';
import type { AnswerPart } from './answer-part.js';
import { say } from './answer-general.js';
import { fileCase } from './file-case.js';
import type { Meaning } from './meaning.js';
import type { Setting } from './setting.js';

type Safety = NonNullable<Meaning['safety']>;

/** Life comes before money: warm words, numbers to call, and a person who is told at once. No receipt, no question. */
export const answerSafety = (safety: Safety, again: boolean, setting: Setting): AnswerPart => {
  const phrase: PhraseKey = safety === 'crisis' && again ? 'crisis.again' : safety;
  const intent = safety === 'death' ? 'estate' : safety;
  return {
    ...say(phrase, setting),
    cases: again ? [] : fileCase(intent, setting),
    crisis: safety === 'crisis',
    ...(safety === 'crisis' || safety === 'threat' ? { replyKind: 'crisis' as const } : {}),
  };
};
