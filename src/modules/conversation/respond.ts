/** Turns the steps of a plan into what is said, filed and remembered. Every fact passes `decide` on the way. */
import type { Draft } from '../disclosure/render.js';
import type { AnswerPart } from './answer-part.js';
import { sendCode } from './answer-code.js';
import { answerFiled } from './answer-filed.js';
import { answerGeneral, say } from './answer-general.js';
import { answerLetters } from './answer-letters.js';
import { answerSafety } from './answer-safety.js';
import { askThread, settleThread, threadWishes } from './answer-thread.js';
import { clarify, openingOptions } from './answer-unsure.js';
import { answerWish } from './answer-wish.js';
import { askFirst, askIdentity } from './ask-identity.js';
import type { Step } from './plan.js';
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
        : { ...say(step.phrase, setting), ...sideOf(step.phrase) };
    case 'answer':
      return answerWish(step.wish, setting);
    case 'file':
      return step.intent === 'letter_code'
        ? { cases: answerFiled(step.intent, setting).cases ?? [] }
        : answerFiled(step.intent, setting);
    case 'inform':
      return answerGeneral(step.about, setting);
    case 'ask-identity':
      return askIdentity(setting);
    case 'send-code':
      return sendCode(step.kind, step.target, setting);
    case 'safety':
      return answerSafety(step.safety, step.again, setting);
    case 'tell-letters':
      return answerLetters(setting);
    case 'undo':
      return undo(setting);
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
const sideOf = (phrase: Extract<Step, { do: 'say' }>['phrase']): AnswerPart => {
  switch (phrase) {
    case 'not-understood':
      return { options: openingOptions, unsure: true };
    case 'hello.again':
    case 'stopped':
    case 'language-changed':
    case 'restarted':
      return { options: openingOptions };
    case 'identity.code-wrong':
    case 'identity.code-or-phone':
      return { expects: 'code', awaiting: 'code', options: ['option.new-code', 'option.human'] };
    case 'identity.no-sms':
    case 'thread.bound':
      return { expects: 'address', awaiting: 'address' };
    default:
      return {};
  }
};

const settled = (hers: boolean, setting: Setting): readonly AnswerPart[] => [
  settleThread(hers, setting),
  ...(hers ? threadWishes(setting).map((wish) => answerWish(wish, setting)) : []),
];

/** Takes back the latest thing filed in this conversation, unless somebody has settled it meanwhile. */
const undo = (setting: Setting): AnswerPart => {
  const { flow, ownCases } = setting.scene;
  const last = flow.filed.at(-1);
  if (last === undefined || ownCases.some(({ id, state }) => id === last.caseId && ended.includes(state)))
    return say('nothing-to-undo', setting);
  return {
    parts: [
      { phrase: 'undone', from: tellAnyone('receipt', 'chat', { receipt: last.receipt }, setting.policy.disclosure) },
    ],
    withdraw: [last.caseId],
  };
};

const ended: readonly string[] = ['settled', 'forwarded', 'withdrawn'];

/** One draft of all parts: same words once, options of the last step that has any. */
export const draftOf = (answers: readonly AnswerPart[], setting: Setting): Draft => {
  const { meaning } = setting;
  const expects = answers.findLast((one) => one.expects !== undefined)?.expects;
  const parts = answers.flatMap((one) => one.parts ?? []);
  const once = parts.filter(
    (part, at) =>
      parts.findIndex(
        (other) =>
          other.phrase === part.phrase && other.from.rule === part.from.rule && other.from.facts === part.from.facts,
      ) === at,
  );
  return {
    lang: meaning.language,
    parts: onceAskedFor(once),
    cards: answers.flatMap((one) => one.cards ?? []),
    options: answers.findLast((one) => one.options !== undefined)?.options ?? [],
    ...(expects === undefined ? {} : { expects }),
  };
};

const requests: readonly string[] = [
  'identity.ask',
  'identity.need-letter',
  'identity.need-mailbox',
  'identity.or-phone',
];

/** Asked for the same proof twice in one answer, a person would wonder. */
const onceAskedFor = (parts: Draft['parts']): Draft['parts'] =>
  parts.filter(
    (part, at) => !requests.includes(part.phrase) || parts.findIndex((other) => other.phrase === part.phrase) === at,
  );
