/**
 * What one message asks of the desk, as a list of steps. Pure, and free of facts: who may hear what is decided
 * afterwards, step by step, in `respond`.
 */
import { reaches } from '../disclosure/assurance.js';
import type { FlowState, Wish } from './flow-state.js';
import type { Meaning } from './meaning.js';
import { planCommand } from './plan-command.js';
import { planMail } from './plan-mail.js';
import { planProof } from './plan-proof.js';
import type { Scene } from './scene.js';
import { say, type SayPhrase, type Step } from './step.js';
import { treatmentOf } from './treatment.js';

const clarifiesAtMost = 2;

/** @returns the steps in the order they are answered; never empty */
export const plan = (meaning: Meaning, scene: Scene): readonly Step[] => {
  if (meaning.safety !== null) return [{ do: 'safety', safety: meaning.safety, again: scene.flow.crisis }];
  const steps = scene.channel === 'mail' ? planMail(meaning) : planChat(meaning, scene);
  return scene.flow.crisis ? afterCrisis(steps) : steps;
};

const planChat = (meaning: Meaning, scene: Scene): readonly Step[] => {
  const steps = planProof(meaning, scene) ?? planCommand(meaning, scene) ?? planIntents(meaning, scene);
  return [
    ...(scene.restarted ? [say('restarted')] : []),
    ...(needsProofAgain(steps, scene) ? [say('identity.ended')] : []),
    ...steps,
  ];
};

/** She was asked for proof before and is asked again: she is told why. */
const needsProofAgain = (steps: readonly Step[], { assurance, assuranceBefore, proof }: Scene): boolean =>
  proof === null && !reaches(assurance.level, assuranceBefore) && steps.some((step) => step.do === 'answer');

/**
 * After a cry for help the numbers stand first in every answer until a person gives the conversation back. There is no
 * small talk and nobody is asked what she means; what she plainly asks is still done.
 */
const afterCrisis = (steps: readonly Step[]): readonly Step[] => [
  { do: 'safety', safety: 'crisis', again: true },
  ...steps.filter((step) => step.do !== 'clarify' && !(step.do === 'say' && smallTalk.includes(step.phrase))),
];

const smallTalk: readonly SayPhrase[] = [
  'hello.again',
  'what-now',
  'thanks',
  'fine',
  'goodbye',
  'not-understood',
  'handed-to-person',
  'another-language',
];

const planIntents = (meaning: Meaning, scene: Scene): readonly Step[] => {
  if (meaning.action === 'clarify' && scene.flow.clarified < clarifiesAtMost)
    return [{ do: 'clarify', intents: meaning.options }];
  if (meaning.action === 'handoff' || meaning.action === 'clarify') return unsure(meaning, scene);
  const steps = meaning.intents.flatMap((intent) => stepsFor(intent, meaning));
  return steps.length === 0 ? unsure(meaning, scene) : withoutSmallTalk(steps);
};

const stepsFor = (intent: string, meaning: Meaning): readonly Step[] => {
  const treatment = treatmentOf(intent);
  switch (treatment.kind) {
    case 'answer':
      return [{ do: 'answer', wish: treatment.wish }];
    case 'file':
      return [{ do: 'file', intent }];
    case 'inform':
      return [{ do: 'inform', about: treatment.about }];
    case 'social':
      return meaning.intents.length > 1 ? [] : [say(treatment.phrase)];
    case 'unsure':
      return [];
  }
};

/** Not understood: ask again twice, then a person. Nobody is sent in circles. */
const unsure = (meaning: Meaning, scene: Scene): readonly Step[] => {
  if (meaning.otherLanguage) return [say('another-language'), { do: 'file', intent: 'other' }];
  return scene.flow.clarified < clarifiesAtMost
    ? [say('not-understood')]
    : [say('handed-to-person'), { do: 'file', intent: 'other' }];
};

const withoutSmallTalk = (steps: readonly Step[]): readonly Step[] =>
  steps.some((step) => step.do !== 'say') ? steps.filter((step) => step.do !== 'say') : steps;

/** What she still wants to know, as far as the plan alone tells. */
export const nextWishes = (flow: FlowState, steps: readonly Step[], answered: readonly Wish[]): readonly Wish[] => {
  const asked = steps.flatMap((step) =>
    step.do === 'answer' ? [step.wish] : step.do === 'send-code' ? step.wishes : [],
  );
  return [...new Set([...flow.wishes, ...asked])].filter((wish) => !answered.includes(wish));
};
