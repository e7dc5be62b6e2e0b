import { decide } from '../disclosure/decide.js';
import type { PhraseKey } from '../policy/phrase-keys.js';
import type { AnswerPart } from './answer-part.js';
import { say } from './answer-general.js';
import { answerWish } from './answer-wish.js';
import type { Wish } from './flow-state.js';
import { isWish } from './flow-state.js';
import type { Setting } from './setting.js';
import { subjectOf } from './telling.js';

/**
 * Names the kinds of what a mail asked and has them confirmed, before they count as hers: a forged mail must not
 * become the victim's request by her own login.
 */
export const askThread = (setting: Setting): AnswerPart => {
  const { scene, policy, meaning } = setting;
  const words = policy.phrases[meaning.language];
  const kinds = [...new Set(scene.threadCases.map((one) => one.intent))].map(
    (intent) => words[`kind.${intent}` as PhraseKey],
  );
  const decision = decide(
    subjectOf(scene.assurance),
    scene.assurance,
    {
      topic: 'thread-kinds',
      channel: 'chat',
      about: scene.assurance.partyId,
      ...(scene.assurance.scope.kind === 'case' ? { claimId: scene.assurance.scope.claimId } : {}),
      facts: { kinds: kinds.join(', ') },
    },
    policy.disclosure,
  );
  if (decision.outcome !== 'disclose') return say('identity.need-letter', setting);
  return {
    parts: [{ phrase: 'thread.confirm', from: decision.disclosure }],
    options: ['option.yes', 'option.no'],
    awaiting: 'thread-confirmation',
  };
};

/** Her yes makes the mail's cases hers and answers what it asked; her no leaves them to a caseworker. */
export const settleThread = (hers: boolean, setting: Setting): AnswerPart => {
  const { scene } = setting;
  const caseIds = scene.threadCases.map((one) => one.id);
  return {
    ...say(hers ? 'thread.confirmed' : 'thread.denied', setting),
    confirm: { caseIds, partyId: hers ? scene.assurance.partyId : null, hers },
    threadSettled: true,
  };
};

/** The questions of the mail that the desk can answer itself, now that they are hers, each with its answer. */
export const answerThread = (setting: Setting): readonly AnswerPart[] =>
  [...new Set(setting.scene.threadCases.map((one) => one.intent))]
    .filter(isWish)
    .map((wish) => answerOf(wish, setting));

/** The mail's own case is the record of the question: it is settled with the answer, and no other is filed. */
const answerOf = (wish: Wish, setting: Setting): AnswerPart => {
  const { cases = [], ...answer } = answerWish(wish, setting);
  const answered = answer.answered?.includes(wish) === true && cases.every((one) => one.settledByDesk);
  const asked = setting.scene.threadCases.filter((one) => one.intent === wish).map((one) => one.id);
  return { ...answer, settle: answered ? asked : [] };
};
