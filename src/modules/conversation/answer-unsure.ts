import type { PhraseKey } from '../policy/phrase-keys.js';
import type { AnswerPart } from './answer-part.js';
import { say } from './answer-general.js';
import type { Setting } from './setting.js';

/** Not sure: offers what it might have been, never guesses. */
export const clarify = (intents: readonly string[], setting: Setting): AnswerPart => {
  const options = intents.flatMap((intent) => optionFor[intent] ?? []).slice(0, 3);
  return { ...say(options.length > 0 ? 'clarify' : 'not-understood', setting), options: options.length > 0 ? [...options, 'option.human'] : openingOptions, unsure: true };
};

export const openingOptions: readonly PhraseKey[] = ['option.balance', 'option.payment', 'option.plan', 'option.dispute', 'option.access', 'option.human'];

/** The words a person would use for each intent that can be offered. */
const optionFor: Readonly<Partial<Record<string, PhraseKey>>> = {
  balance: 'option.balance',
  balance_breakdown: 'option.breakdown',
  payment_info: 'option.payment',
  payment_plan: 'option.plan',
  deferral: 'option.deferral',
  dispute: 'option.dispute',
  access: 'option.access',
  rectification: 'option.rectification',
  erasure: 'option.erasure',
  status_of_request: 'option.status',
  complaint: 'option.complaint',
  hardship: 'option.hardship',
  already_paid: 'option.already-paid',
  privacy_info: 'option.privacy',
  human: 'option.human',
};
