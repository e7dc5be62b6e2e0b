/** Suggested answers: what stands on the button, and what pressing it means. */
import type { PhraseKey } from '../policy/phrase-keys.js';
import type { Phrases } from '../policy/phrases.js';

/** The words a person would use herself. What is not here is nothing to choose from a list. */
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
  authenticity: 'option.authenticity',
  identity_theft: 'option.identity-theft',
  wrong_person: 'option.wrong-person',
  restriction: 'option.restriction',
  objection: 'option.objection',
  portability: 'option.portability',
  consent_withdrawal: 'option.consent',
  marketing_opt_out: 'option.marketing',
  contact_preference: 'option.contact',
  processors_inquiry: 'option.processors',
  payment_remark: 'option.remark',
  enforcement: 'option.enforcement',
  estate: 'option.estate',
  third_party: 'option.third-party',
  representative: 'option.representative',
  authority: 'option.authority',
  creditor_contact: 'option.creditor',
  job_applicant: 'option.job',
  supplier: 'option.supplier',
  human: 'option.human',
};

/** The phrase to offer an intent by; null for those nobody should be offered. */
export const optionOf = (intent: string): PhraseKey | null => ownWords[intent] ?? null;

/** The intent a pressed suggestion stands for, in whatever language it was offered; null for words of her own. */
export const intentOfOption = (text: string, phrases: Phrases): string | null => {
  const said = text.trim();
  const isSaid = (key: PhraseKey): boolean =>
    phrases.nb[key] === said || phrases.nn[key] === said || phrases.en[key] === said;
  return Object.entries(ownWords).find(([, key]) => key !== undefined && isSaid(key))?.[0] ?? null;
};
