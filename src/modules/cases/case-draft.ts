import type { Sealed } from '../disclosure/sealed.js';
import type { Language } from '../policy/phrases.js';

/** How sure the desk was of who asked, when the case was filed. */
export type CaseIdentity = 'pending' | 'low' | 'substantial' | 'high' | 'manual' | 'caseworker';

/**
 * A case to file, decided by `turn`, written by `commit`.
 * @property receipt      random, >= 128 bit, shown to the person
 * @property businessKey  filing the same thing twice changes nothing
 * @property words        her own words, sealed
 * @property deadlineAt   when somebody must have acted; rights use dueStrict (R3)
 * @property request      the legal side, for the rights of the data subject
 */
export type CaseDraft = {
  readonly id: string;
  readonly receipt: string;
  readonly businessKey: string;
  readonly queue: string;
  readonly intent: string;
  readonly role: 'controller' | 'processor' | 'unknown';
  readonly identity: CaseIdentity;
  readonly partyId: string | null;
  readonly claimId: string | null;
  readonly engagementId: string | null;
  readonly conversationId: string | null;
  readonly inboundMailId: string | null;
  readonly language: Language;
  readonly words: Sealed<string>;
  readonly receivedAt: Date;
  readonly deadlineAt: Date;
  readonly settledByDesk: boolean;
  readonly request: {
    readonly id: string;
    readonly right: string;
    readonly dueStrict: string;
    readonly dueLegal: string;
    readonly ruleVersion: string;
  } | null;
};
