/**
 * What one message asks of the desk, as a list of steps. Pure, and free of facts: who may hear what is decided
 * afterwards, step by step, in `respond`.
 */
import { reaches } from '../disclosure/assurance.js';
import type { Sealed } from '../disclosure/sealed.js';
import type { FlowState, Wish } from './flow-state.js';
import type { Meaning } from './meaning.js';
import type { Scene } from './scene.js';
import { treatmentOf, type Treatment } from './treatment.js';

export type Step =
  | { readonly do: 'say'; readonly phrase: SayPhrase }
  | { readonly do: 'answer'; readonly wish: Wish }
  | { readonly do: 'file'; readonly intent: string }
  | { readonly do: 'inform'; readonly about: Extract<Treatment, { kind: 'inform' }>['about'] }
  | { readonly do: 'ask-identity' }
  | { readonly do: 'send-code'; readonly kind: 'email' | 'phone'; readonly target: Sealed<string> }
  | { readonly do: 'safety'; readonly safety: NonNullable<Meaning['safety']>; readonly again: boolean }
  | { readonly do: 'tell-letters' }
  | { readonly do: 'undo' }
  | { readonly do: 'ask-thread' }
  | { readonly do: 'settle-thread'; readonly hers: boolean }
  | { readonly do: 'clarify'; readonly intents: readonly string[] }
  | { readonly do: 'stop-mail' };

export type SayPhrase =
  | 'hello.again'
  | 'thanks'
  | 'goodbye'
  | 'not-understood'
  | 'handed-to-person'
  | 'language-changed'
  | 'restarted'
  | 'stopped'
  | 'identity.code-wrong'
  | 'identity.too-many'
  | 'identity.proven-low'
  | 'identity.proven-letter'
  | 'identity.proven'
  | 'identity.ended'
  | 'identity.code-or-phone'
  | 'identity.no-sms'
  | 'identity.ask-first'
  | 'letter.asked'
  | 'thread.bound'
  | 'another-language';

const clarifiesAtMost = 2;

/** @returns the steps in the order they are answered; never empty */
export const plan = (meaning: Meaning, scene: Scene): readonly Step[] => {
  if (meaning.safety !== null) return [{ do: 'safety', safety: meaning.safety, again: scene.flow.crisis }];
  if (scene.flow.crisis) return [{ do: 'safety', safety: 'crisis', again: true }];
  if (scene.channel === 'mail') return planMail(meaning);
  const opening: readonly Step[] = scene.restarted ? [{ do: 'say', phrase: 'restarted' }] : [];
  const steps = planProof(meaning, scene) ?? planCommand(meaning, scene) ?? planIntents(meaning, scene);
  return [...opening, ...(needsProofAgain(steps, scene) ? ended : []), ...steps];
};

const ended: readonly Step[] = [{ do: 'say', phrase: 'identity.ended' }];

/** She was asked for proof before and is asked again: she is told why. */
const needsProofAgain = (steps: readonly Step[], { assurance, assuranceBefore, proof }: Scene): boolean =>
  proof === null && !reaches(assurance.level, assuranceBefore) && steps.some((step) => step.do === 'answer');

/** A code or letter code was typed: say what came of it, then go on with what was wanted. */
const planProof = (meaning: Meaning, scene: Scene): readonly Step[] | null => {
  const { proof } = scene;
  if (proof === null) return null;
  if (proof.kind === 'letter' && proof.verdict === 'right') return afterProof(scene, 'identity.proven-letter');
  if (proof.kind === 'code' && proof.verdict === 'right') return afterProof(scene, 'identity.proven-low');
  const wasPhone = scene.canText && meaning.phone?.isWholeText === true && meaning.phone.takesSms;
  return [{ do: 'say', phrase: wasPhone ? 'identity.code-or-phone' : 'identity.code-wrong' }];
};

const afterProof = (scene: Scene, said: SayPhrase): readonly Step[] => {
  const thanks: Step = { do: 'say', phrase: scene.assurance.level === 'substantial' ? 'identity.proven' : said };
  const letters: readonly Step[] = scene.waitingLetters.length > 0 ? [{ do: 'tell-letters' }] : [];
  if (scene.threadId !== null && scene.threadCases.length > 0) return [thanks, ...letters, { do: 'ask-thread' }];
  const wishes = scene.flow.wishes.length > 0 ? scene.flow.wishes : defaultWishes(scene);
  return [thanks, ...letters, ...wishes.map((wish): Step => ({ do: 'answer', wish }))];
};

/** Somebody who types a letter code and nothing else wants to see the case it opens. */
const defaultWishes = (scene: Scene): readonly Wish[] =>
  scene.assurance.level === 'substantial' || scene.assurance.scope.kind === 'case' ? ['balance'] : [];

const planCommand = (meaning: Meaning, scene: Scene): readonly Step[] | null => {
  if (scene.flow.awaiting === 'thread-confirmation' && meaning.command === 'yes')
    return [{ do: 'settle-thread', hers: true }];
  if (scene.flow.awaiting === 'thread-confirmation' && meaning.command === 'no')
    return [{ do: 'settle-thread', hers: false }];
  if (meaning.bindsThread) return [{ do: 'say', phrase: 'thread.bound' }];
  if (meaning.languageChosen) return [{ do: 'say', phrase: 'language-changed' }];
  if (meaning.email !== null && (meaning.isOnlyAddress || scene.flow.awaiting === 'address'))
    return [{ do: 'send-code', kind: 'email', target: meaning.email }];
  const { phone } = meaning;
  if (phone !== null && (phone.isWholeText || (phone.takesSms && scene.flow.awaiting === 'address')))
    return phone.takesSms && scene.canText
      ? [{ do: 'send-code', kind: 'phone', target: phone.number }]
      : [{ do: 'say', phrase: 'identity.no-sms' }];
  switch (meaning.command) {
    case 'undo':
      return [{ do: 'undo' }];
    case 'letter':
      return [
        { do: 'say', phrase: 'letter.asked' },
        { do: 'file', intent: 'letter_code' },
      ];
    case 'new-code':
      return [{ do: 'say', phrase: 'identity.ask-first' }];
    case 'cancel':
      return [{ do: 'say', phrase: 'stopped' }];
    default:
      return null;
  }
};

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
      return meaning.intents.length > 1 ? [] : [{ do: 'say', phrase: treatment.phrase }];
    case 'unsure':
      return [];
  }
};

/** Not understood: ask again once, then a person. Nobody is sent in circles. */
const unsure = (meaning: Meaning, scene: Scene): readonly Step[] => {
  if (meaning.otherLanguage)
    return [
      { do: 'say', phrase: 'another-language' },
      { do: 'file', intent: 'other' },
    ];
  return scene.flow.clarified < clarifiesAtMost
    ? [{ do: 'say', phrase: 'not-understood' }]
    : [
        { do: 'say', phrase: 'handed-to-person' },
        { do: 'file', intent: 'other' },
      ];
};

const withoutSmallTalk = (steps: readonly Step[]): readonly Step[] =>
  steps.some((step) => step.do !== 'say') ? steps.filter((step) => step.do !== 'say') : steps;

/** A mail is never proof of anything: everything in it is filed, general questions are answered at once. */
const planMail = (meaning: Meaning): readonly Step[] => {
  if (meaning.command === 'stop') return [{ do: 'stop-mail' }];
  const known = meaning.intents.filter((intent) => !['greeting', 'thanks', 'goodbye', 'other'].includes(intent));
  if (known.length === 0) return [{ do: 'file', intent: 'other' }];
  return known.flatMap((intent): readonly Step[] => {
    const treatment = treatmentOf(intent);
    if (treatment.kind === 'inform' && intent !== 'authenticity')
      return [
        { do: 'inform', about: treatment.about },
        ...(treatment.about === 'privacy' || treatment.about === 'processors' ? [] : [{ do: 'file' as const, intent }]),
      ];
    return [{ do: 'file', intent }];
  });
};

/** What the state of the conversation becomes, as far as the plan alone tells. */
export const nextWishes = (flow: FlowState, steps: readonly Step[], answered: readonly Wish[]): readonly Wish[] => {
  const asked = steps.flatMap((step) => (step.do === 'answer' ? [step.wish] : []));
  return [...new Set([...flow.wishes, ...asked])].filter((wish) => !answered.includes(wish));
};
