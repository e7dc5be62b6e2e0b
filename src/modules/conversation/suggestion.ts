/** Suggested answers: what stands on the button, and what pressing it means. */
import { phraseKeys, type PhraseKey } from '../policy/phrase-keys.js';
import type { Phrases } from '../policy/phrases.js';

/** The words a person would use, where there are better ones than the name of the thing. */
const ownWords: Readonly<Partial<Record<string, PhraseKey>>> = {
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

/** The phrase to offer an intent by; null for those nobody should be offered. */
export const optionOf = (intent: string): PhraseKey | null =>
  ownWords[intent] ?? phraseKeys.find((key) => key === `kind.${intent}`) ?? null;

/** The intent a pressed suggestion stands for, in whatever language it was offered; null for words of her own. */
export const intentOfOption = (text: string, phrases: Phrases): string | null => {
  const said = text.trim();
  const key = suggestions.find(
    (name) => phrases.nb[name] === said || phrases.nn[name] === said || phrases.en[name] === said,
  );
  if (key === undefined) return null;
  return key.startsWith('kind.')
    ? key.slice('kind.'.length)
    : (Object.keys(ownWords).find((intent) => ownWords[intent] === key) ?? null);
};

const suggestions = phraseKeys.filter((key) => key.startsWith('option.') || key.startsWith('kind.'));
