/** Verbs that would set something in motion: under a negation ("ikke slett", "I don't dispute") the desk asks first. */
import type { Intent } from './intents.js';
import { negated } from './negation.js';
import type { Word } from './words.js';

const STEMS: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  erasure: ['slett', 'fjern', 'delet', 'eras', 'remov'],
  dispute: ['bestrid', 'uenig', 'usamd', 'disput', 'disagree', 'contest'],
  already_paid: ['betalt', 'betala', 'paid', 'innbetalt', 'overfør', 'gjort'],
  payment_plan: ['avdrag', 'delbetal', 'nedbetal', 'instal'],
  deferral: ['utsett', 'utset', 'postpon', 'defer', 'extend'],
  consent_withdrawal: ['trekk', 'trekkje', 'withdraw', 'revok'],
  marketing_opt_out: ['meld', 'unsubscrib'],
  objection: ['protest', 'motset', 'motsett', 'object'],
  restriction: ['frys', 'freez', 'restrict', 'avgrens', 'begrens'],
  complaint: ['klag', 'complain'],
  rectification: ['rett', 'endr', 'correct', 'chang'],
};

/** Whether a verb of this intent stands under a negation. */
export function hasDeniedTrigger(intent: Intent, words: readonly Word[]): boolean {
  const stems = STEMS[intent];
  if (stems === undefined) return false;
  const denied = negated(words);
  return words.some((word, i) => denied[i] === true && stems.some((stem) => word.text.startsWith(stem)));
}
