import type { PhraseKey } from '../policy/phrase-keys.js';
import { register } from './answer-filed.js';
import type { AnswerPart } from './answer-part.js';
import { say } from './answer-general.js';
import { fileCase } from './file-case.js';
import type { Meaning } from './meaning.js';
import type { Setting } from './setting.js';

type Safety = NonNullable<Meaning['safety']>;

/**
 * Life comes before money: warm words, numbers to call, and a person who is told at once. No receipt, no question.
 * A death or a child alone is told a day by which somebody answers.
 * @param again  she has cried for help before: the numbers once more, and no second alarm
 */
export const answerSafety = (safety: Safety, again: boolean, setting: Setting): AnswerPart => {
  const phrase: PhraseKey = safety === 'crisis' && again ? 'crisis.again' : safety;
  const said = say(phrase, setting);
  if (safety === 'crisis' || safety === 'threat') {
    const cases = safety === 'crisis' && again ? [] : fileCase(safety, setting);
    return { ...said, cases, crisis: safety === 'crisis', replyKind: 'crisis' };
  }
  const { receipts, cases, filed } = register(safety === 'death' ? 'estate' : safety, setting);
  return { parts: [...(said.parts ?? []), ...receipts], cases, filed };
};
