import type { AnswerPart } from './answer-part.js';
import { say } from './answer-general.js';
import type { Setting } from './setting.js';

/** Asks for an address, a number or a letter code; the words are the same for everybody. */
export const askIdentity = (setting: Setting): AnswerPart => asking('identity.ask', setting);

/** The same to somebody who begins with the proof. */
export const askFirst = (setting: Setting): AnswerPart => asking('identity.ask-first', setting);

/** Asks who came with a letter code for a mailbox or a phone beside it. */
export const askMailbox = (setting: Setting): AnswerPart => asking('identity.need-mailbox', setting);

/** Asks who came with a code for the letter. */
export const askLetter = (setting: Setting): AnswerPart => ({
  ...say('identity.need-letter', setting),
  expects: 'letter-code',
  awaiting: 'letter-code',
  options: ['option.letter'],
});

const asking = (
  phrase: 'identity.ask' | 'identity.ask-first' | 'identity.need-mailbox',
  setting: Setting,
): AnswerPart => ({
  parts: [phrase, ...(setting.scene.canText ? (['identity.or-phone'] as const) : [])].flatMap(
    (one) => say(one, setting).parts ?? [],
  ),
  expects: 'address',
  awaiting: 'address',
});
