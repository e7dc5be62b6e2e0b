import { seal } from '../disclosure/sealed.js';
import { isWish, type FlowState } from './flow-state.js';
import type { Meaning } from './meaning.js';
import type { Scene } from './scene.js';
import { say, type Step } from './step.js';
import { treatmentOf } from './treatment.js';

/**
 * What steers the conversation itself: an address to send a code to, a word like ANGRE, a choice of language.
 * @returns null when the message is something to be understood
 */
export const planCommand = (meaning: Meaning, scene: Scene): readonly Step[] | null =>
  planThread(meaning, scene) ?? planAddress(meaning, scene) ?? planWord(meaning, scene) ?? planHelp(meaning, scene);

const planThread = (meaning: Meaning, { flow }: Scene): readonly Step[] | null => {
  if (flow.awaiting === 'thread-confirmation' && (meaning.command === 'yes' || meaning.command === 'no'))
    return [{ do: 'settle-thread', hers: meaning.command === 'yes' }];
  if (meaning.bindsThread) return [say('thread.bound')];
  return meaning.languageChosen ? [say('language-changed')] : null;
};

/** An address is asked a code for when it is all there is, when it was asked for, or when it comes with a question. */
const planAddress = (meaning: Meaning, { assurance, canText, flow }: Scene): readonly Step[] | null => {
  if (flow.awaiting === 'postal-address' && !isAskingSomethingElse(meaning))
    return [say('letter.asked'), { do: 'file', intent: 'letter_code' }];
  const onlyAsks = meaning.intents.every((intent) => ['answer', 'social', 'unsure'].includes(treatmentOf(intent).kind));
  const wishes = onlyAsks ? meaning.intents.filter(isWish) : [];
  const awaited = awaitsProof.includes(flow.awaiting) || (assurance.level === 'none' && onlyAsks);
  const { email, phone } = meaning;
  if (email !== null && (meaning.isOnlyAddress || awaited))
    return [{ do: 'send-code', kind: 'email', target: email, wishes }];
  if (phone === null || !(phone.isWholeText || (phone.takesSms && awaited))) return null;
  return phone.takesSms && canText
    ? [{ do: 'send-code', kind: 'phone', target: phone.number, wishes }]
    : [say('identity.no-sms')];
};

const awaitsProof: readonly FlowState['awaiting'][] = ['address', 'code', 'letter-code'];

/** Asked for name and address she may still ask a question or want a person; anything else is name and address. */
const isAskingSomethingElse = ({ action, command, intents, isOnlyAddress }: Meaning): boolean =>
  command !== null ||
  isOnlyAddress ||
  (action === 'act' && intents.every((intent) => intent === 'human' || treatmentOf(intent).kind === 'answer'));

const planWord = ({ command }: Meaning, { assurance, flow }: Scene): readonly Step[] | null => {
  switch (command) {
    case 'undo':
      return [{ do: 'undo' }];
    case 'letter':
      return assurance.level === 'none'
        ? [say('letter.details')]
        : [say('letter.asked'), { do: 'file', intent: 'letter_code' }];
    case 'new-code':
      return flow.codeTarget === null
        ? [say('identity.ask-first')]
        : [{ do: 'send-code', kind: flow.codeTarget.kind, target: seal(flow.codeTarget.typed), wishes: [] }];
    case 'human':
      return [{ do: 'file', intent: 'human' }];
    case 'help':
      return [say('what-now')];
    case 'machine':
      return [say('machine')];
    case 'fine':
      return [say('fine')];
    case 'cancel':
      return [say('stopped')];
    default:
      return null;
  }
};

/** She is stuck with what the desk asked her for. */
const planHelp = (meaning: Meaning, { assurance, canEid, flow }: Scene): readonly Step[] | null => {
  const unsure = meaning.action !== 'act';
  if (meaning.wantsEid && (unsure || isAboutProof(meaning))) return [say(canEid ? 'identity.eid' : 'identity.no-eid')];
  if (flow.awaiting === 'code' && meaning.mentions === 'code' && unsure) return [say('identity.code-help')];
  if ((flow.awaiting === 'letter-code' || flow.awaiting === 'address') && meaning.mentions === 'letter' && unsure)
    return [say('identity.no-letter')];
  return meaning.isOnlyNumbers && assurance.level === 'none' ? [say('identity.number-no-proof')] : null;
};

/** What an eID would open, or nothing in particular; a question about trust or fraud is answered as such. */
const isAboutProof = ({ intents }: Meaning): boolean =>
  intents.every((intent) => isWish(intent) || ['social', 'unsure'].includes(treatmentOf(intent).kind));
