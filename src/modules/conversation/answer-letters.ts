import { decide } from '../disclosure/decide.js';
import type { Part } from '../disclosure/render.js';
import type { AnswerPart } from './answer-part.js';
import { say } from './answer-general.js';
import type { WaitingLetter } from './scene.js';
import type { Setting } from './setting.js';
import { subjectOf } from './telling.js';

/** What a caseworker has answered meanwhile, told to her now that she has proven who she is; each passes its own decision. */
export const answerLetters = (setting: Setting): AnswerPart => {
  const told = setting.scene.waitingLetters.flatMap((letter) => toldTo(letter, setting));
  if (told.length === 0) return {};
  return {
    parts: [...(say('letters.waiting', setting).parts ?? []), ...told.map(({ part }) => part)],
    told: told.map(({ id }) => id),
  };
};

const toldTo = (
  { id, text }: WaitingLetter,
  { scene, policy }: Setting,
): readonly { readonly id: string; readonly part: Part }[] => {
  const decision = decide(
    subjectOf(scene.assurance),
    scene.assurance,
    { topic: 'caseworker-letter', channel: 'chat', about: scene.assurance.partyId, facts: { letter: text } },
    policy.disclosure,
  );
  return decision.outcome === 'disclose' ? [{ id, part: { phrase: 'letter.answer', from: decision.disclosure } }] : [];
};
