import type { Sealed } from '../disclosure/sealed.js';
import type { AnswerPart } from './answer-part.js';
import { say } from './answer-general.js';
import type { ChallengeDraft } from './outcome.js';
import type { Setting } from './setting.js';

const hourMs = 3_600_000;

/**
 * Makes a code for whatever address or number was typed and says the fixed sentence. Whether anybody gets it is found out
 * by the other process, after this answer (confidentiality, "How a code is asked for").
 */
export const sendCode = (kind: ChallengeDraft['kind'], target: Sealed<string>, setting: Setting): AnswerPart => {
  const asked = recent(setting.scene.flow.codesAskedAt, setting.now);
  if (asked.length >= setting.policy.assurance.code.perSessionHour)
    return { ...say('identity.too-many', setting), options: ['option.human'] };
  return {
    ...say('identity.code-sent', setting),
    challenge: { kind, target, code: setting.dice.code() },
    awaiting: 'code',
    options: ['option.new-code'],
  };
};

/** The times within the last hour. */
export const recent = (times: readonly number[], now: Date): readonly number[] =>
  times.filter((at) => now.getTime() - at < hourMs);
