import type { AnswerPart } from './answer-part.js';
import type { Setting } from './setting.js';
import { tellAnyone } from './telling.js';

/** Asks for an address or a letter code; the words are the same for everybody. */
export const askIdentity = ({ policy }: Setting): AnswerPart => ({
  parts: [
    {
      phrase: 'identity.ask',
      from: tellAnyone('general', 'chat', { minutes: policy.assurance.code.minutes }, policy.disclosure),
    },
  ],
  expects: 'address',
  awaiting: 'address',
});
