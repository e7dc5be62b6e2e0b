/** Turns the steps of a plan into what is said, filed and remembered. Every fact passes `decide` on the way. */
import type { Draft, Part } from '../disclosure/render.js';
import type { AnswerPart } from './answer-part.js';
import { sendCode } from './answer-code.js';
import { answerFiled } from './answer-filed.js';
import { answerGeneral, say } from './answer-general.js';
import { answerLetters } from './answer-letters.js';
import { answerSafety } from './answer-safety.js';
import { answerThread, askThread, settleThread } from './answer-thread.js';
import { clarify, openingOptions } from './answer-unsure.js';
import { answerWish } from './answer-wish.js';
import { askFirst, eidOption } from './ask-identity.js';
import type { PhraseKey } from '../policy/phrase-keys.js';
import type { SayPhrase, Step } from './step.js';
import type { Scene } from './scene.js';
import type { FlowState } from './flow-state.js';
import { kindOf } from './kind-of.js';
import type { Setting } from './setting.js';
import { tellAnyone } from './telling.js';

/** @returns the answers of all steps, in their order */
export const respond = (steps: readonly Step[], setting: Setting): readonly AnswerPart[] =>
  steps.flatMap((step) => (step.do === 'settle-thread' ? settled(step.hers, setting) : [answer(step, setting)]));

const answer = (step: Step, setting: Setting): AnswerPart => {
  switch (step.do) {
    case 'say':
      return step.phrase === 'identity.ask-first'
        ? askFirst(setting)
        : { ...say(step.phrase, setting), ...sideOf(step.phrase, setting) };
    case 'answer':
      return answerWish(step.wish, setting);
    case 'file':
      return answerFiled(step.intent, setting);
    case 'inform':
      return answerGeneral(step.about, setting);
    case 'send-code':
      return sendCode(step.kind, step.target, setting);
    case 'safety':
      return answerSafety(step.safety, step.again, setting);
    case 'tell-letters':
      return answerLetters(setting);
    case 'undo':
      return undo(setting);
    case 'own-filed':
      return ownFiled(setting);
    case 'ask-thread':
      return askThread(setting);
    case 'settle-thread':
      return settleThread(step.hers, setting);
    case 'clarify':
      return clarify(step.intents, setting);
    case 'stop-mail':
      return { suppress: 'email' };
  }
};

/** What a sentence asks of the page beside being read. */
const sideOf = (phrase: SayPhrase, { scene }: Setting): AnswerPart => {
  const { flow, assurance } = scene;
  switch (phrase) {
    case 'identity.eid':
    case 'identity.no-eid':
    case 'identity.eid-refused':
    case 'identity.eid-cancelled':
    case 'identity.eid-down':
      return { awaiting: 'address', options: [...eidOption(scene), 'option.letter', 'option.human'] };
    case 'identity.nothing-held':
      return { options: ['option.human'] };
    case 'not-understood':
      return { options: openingOptions, unsure: true, awaiting: flow.awaiting };
    case 'hello.again':
    case 'what-now':
    case 'stopped':
    case 'restarted':
      return { options: openingOptions };
    case 'machine':
      return { awaiting: flow.awaiting, options: ['option.human'] };
    case 'language-changed':
      return flow.awaiting === 'nothing' ? { options: openingOptions } : { awaiting: flow.awaiting };
    case 'thanks':
    case 'fine':
    case 'identity.ended':
      return { awaiting: flow.awaiting };
    case 'identity.code-wrong':
    case 'identity.code-or-phone':
    case 'identity.code-help':
      return { awaiting: 'code', options: ['option.new-code', 'option.human'] };
    case 'identity.letter-wrong':
    case 'identity.letter-many':
    case 'identity.no-letter':
      return {
        awaiting: assurance.level === 'none' ? 'address' : 'letter-code',
        options: ['option.letter', 'option.human'],
      };
    case 'identity.number-no-proof':
      return { awaiting: 'address', wishes: ['balance'] };
    case 'identity.no-sms':
    case 'thread.bound':
      return { awaiting: 'address' };
    case 'letter.details':
      return { awaiting: 'postal-address', options: ['option.human'] };
    default:
      return {};
  }
};

const settled = (hers: boolean, setting: Setting): readonly AnswerPart[] => [
  settleThread(hers, setting),
  ...(hers ? answerThread(setting) : []),
];

/** Takes back what was filed last, all that one message made, unless somebody has settled it meanwhile. */
const undo = (setting: Setting): AnswerPart => {
  const { scene, policy, meaning } = setting;
  const latest = scene.flow.filed.at(-1)?.at;
  const filed = scene.flow.filed.filter(({ at, caseId }) => at === latest && !isEnded(caseId, scene));
  if (filed.length === 0) return say('nothing-to-undo', setting);
  return {
    parts: filed.map(({ intent, receipt }) => ({
      phrase: 'undone',
      from: tellAnyone(
        'receipt',
        'chat',
        { receipt, kinds: kindOf(intent, policy.phrases[meaning.language]) },
        policy.disclosure,
      ),
    })),
    withdraw: filed.map(({ caseId }) => caseId),
    awaiting: scene.flow.awaiting,
  };
};

const isEnded = (caseId: string, { ownCases }: Scene): boolean =>
  ownCases.some(({ id, state }) => id === caseId && ['settled', 'forwarded', 'withdrawn'].includes(state));

/**
 * What she asked for in this session before she was known becomes hers with the proof. She is told so when a letter has
 * made it certain: one mailbox may be several people's, and must not tell whether it is.
 */
const ownFiled = (setting: Setting): AnswerPart => {
  const { flow, assurance, lapsed, proof } = setting.scene;
  if (assurance.partyId === null || lapsed || flow.filed.length === 0) return {};
  const isNew = flow.filed.some(({ hers }) => !hers);
  const isCertain = assurance.level !== 'low' || assurance.scope.kind === 'case';
  if (isCertain && (isNew || proof?.kind === 'letter')) return { ...say('filed.own', setting), own: true };
  return isNew ? { own: true } : {};
};

/** One draft of all parts: same words once, options of the last step that has any. */
export const draftOf = (answers: readonly AnswerPart[], setting: Setting): Draft => {
  const { meaning } = setting;
  const expects = asked[awaitedAfter(answers)];
  const parts = answers.flatMap((one) => one.parts ?? []);
  const once = parts.filter((part, at) => parts.findIndex((other) => isSame(other, part)) === at);
  return {
    lang: meaning.language,
    parts: onceAskedFor(once),
    cards: answers.flatMap((one) => one.cards ?? []),
    options: answers.findLast((one) => one.options !== undefined)?.options ?? [],
    ...(expects === undefined ? {} : { expects }),
  };
};

/** The same sentence with the same facts; facts about a person are compared by decision, since sealed ones look alike. */
const isSame = (one: Part, other: Part): boolean =>
  one.phrase === other.phrase &&
  (one.from.facts === other.from.facts ||
    (one.from.about === null &&
      one.from.rule === other.from.rule &&
      JSON.stringify(one.from.facts) === JSON.stringify(other.from.facts)));

/** What the desk waits for once these answers are given. */
export const awaitedAfter = (answers: readonly AnswerPart[]): FlowState['awaiting'] =>
  answers.findLast((one) => one.awaiting !== undefined)?.awaiting ?? 'nothing';

/** What the page helps with while it is being typed. */
const asked: Readonly<Record<FlowState['awaiting'], Draft['expects']>> = {
  nothing: undefined,
  address: 'address',
  code: 'code',
  'letter-code': 'letter-code',
  'postal-address': undefined,
  'thread-confirmation': undefined,
};

const asking: readonly PhraseKey[] = [
  'identity.ask',
  'identity.ask-again',
  'identity.need-letter',
  'identity.need-mailbox',
  'receipt.pending',
  'receipt.who',
];

/** Several things may need the same proof: it is asked for once, at the end. */
const onceAskedFor = (parts: Draft['parts']): Draft['parts'] => {
  const last = parts.findLast(({ phrase }) => asking.includes(phrase));
  const phone = parts.findLast(({ phrase }) => phrase === 'identity.or-phone');
  if (last === undefined) return parts;
  const others = parts.filter(({ phrase }) => !asking.includes(phrase) && phrase !== 'identity.or-phone');
  return [...others, last, ...(phone === undefined || last.phrase === 'identity.need-letter' ? [] : [phone])];
};
