import type { PhraseKey } from '../policy/phrase-keys.js';
import type { AnswerPart } from './answer-part.js';
import { say } from './answer-general.js';
import type { Scene } from './scene.js';
import type { Setting } from './setting.js';

/** Asks for an address, a number or a letter code; the words are the same for everybody, and shorter the second time. */
export const askIdentity = (setting: Setting): AnswerPart =>
  setting.scene.flow.awaiting === 'address' ? onceMore(setting) : asking('identity.ask', setting);

/** The same to somebody who begins with the proof. */
export const askFirst = (setting: Setting): AnswerPart => asking('identity.ask-first', setting);

/** Asks who came with a letter code for a mailbox or a phone beside it. */
export const askMailbox = (setting: Setting): AnswerPart => asking('identity.need-mailbox', setting);

/** Asks who came with a code for the letter. */
export const askLetter = (setting: Setting): AnswerPart => ({
  ...say('identity.need-letter', setting),
  awaiting: 'letter-code',
  options: [...eidOption(setting.scene), 'option.letter'],
});

/** What was filed can be answered once she is known; a phone is offered where it was not just offered. */
export const askFor = (phrase: 'receipt.pending' | 'receipt.who', setting: Setting): AnswerPart =>
  asking(phrase, setting);

const onceMore = (setting: Setting): AnswerPart => ({
  ...say('identity.ask-again', setting),
  awaiting: 'address',
  ...offer(setting),
});

const asking = (phrase: PhraseKey, setting: Setting): AnswerPart => ({
  parts: [phrase, ...(setting.scene.canText ? (['identity.or-phone'] as const) : [])].flatMap(
    (one) => say(one, setting).parts ?? [],
  ),
  awaiting: 'address',
  ...offer(setting),
});

/** Where there is an eID, the button that begins with it. */
export const eidOption = ({ canEid }: Pick<Scene, 'canEid'>): readonly PhraseKey[] => (canEid ? ['option.eid'] : []);

const offer = ({ scene }: Setting): Pick<AnswerPart, 'options'> => (scene.canEid ? { options: eidOption(scene) } : {});
