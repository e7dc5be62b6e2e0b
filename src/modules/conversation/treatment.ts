import type { Wish } from './flow-state.js';

/**
 * What the desk does with each intent (language.md, "The intents"): tell the person's own facts, file it for a
 * caseworker, say something general, or say something social.
 * `inform` beside `file` means that a general answer comes with the receipt.
 */
export type Treatment =
  | { readonly kind: 'answer'; readonly wish: Wish }
  | { readonly kind: 'file' }
  | { readonly kind: 'inform'; readonly about: 'privacy' | 'processors' | 'remark' | 'enforcement' | 'authenticity' }
  | { readonly kind: 'social'; readonly phrase: 'hello.again' | 'thanks' | 'goodbye' }
  | { readonly kind: 'unsure' };

const file: Treatment = { kind: 'file' };

export const treatments: Readonly<Record<string, Treatment>> = {
  balance: { kind: 'answer', wish: 'balance' },
  balance_breakdown: { kind: 'answer', wish: 'balance_breakdown' },
  payment_info: { kind: 'answer', wish: 'payment_info' },
  status_of_request: { kind: 'answer', wish: 'status_of_request' },
  privacy_info: { kind: 'inform', about: 'privacy' },
  processors_inquiry: { kind: 'inform', about: 'processors' },
  payment_remark: { kind: 'inform', about: 'remark' },
  enforcement: { kind: 'inform', about: 'enforcement' },
  authenticity: { kind: 'inform', about: 'authenticity' },
  greeting: { kind: 'social', phrase: 'hello.again' },
  thanks: { kind: 'social', phrase: 'thanks' },
  goodbye: { kind: 'social', phrase: 'goodbye' },
  other: { kind: 'unsure' },
  access: file,
  rectification: file,
  erasure: file,
  restriction: file,
  objection: file,
  portability: file,
  consent_withdrawal: file,
  marketing_opt_out: file,
  contact_preference: file,
  complaint: file,
  dispute: file,
  identity_theft: file,
  wrong_person: file,
  already_paid: file,
  payment_plan: file,
  deferral: file,
  hardship: file,
  human: file,
  third_party: file,
  representative: file,
  authority: file,
  estate: file,
  creditor_contact: file,
  job_applicant: file,
  supplier: file,
};

export const treatmentOf = (intent: string): Treatment => treatments[intent] ?? { kind: 'unsure' };
