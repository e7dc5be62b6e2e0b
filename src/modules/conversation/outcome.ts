import type { CaseDraft } from '../cases/case-draft.js';
import type { DisclosedRecord } from '../journal/journal-entry.js';
import type { Reply } from '../disclosure/reply.js';
import type { Sealed } from '../disclosure/sealed.js';
import type { Language } from '../policy/phrases.js';
import type { FlowState } from './flow-state.js';

/** A code to be made for this session; the worker finds out whether anybody gets it. */
export type ChallengeDraft = {
  readonly kind: 'email' | 'phone';
  readonly target: Sealed<string>;
  readonly code: string;
};

/**
 * Everything one turn decided, for `commit` to write in one transaction.
 * @property reply      null when a person has taken over, or a mail must not be answered
 * @property record     what the reply tells, for the journal
 * @property told       letters of caseworkers that this answer tells her
 * @property withdraw   cases taken back
 * @property confirm    cases of a mail that the proven person says are hers, or not
 * @property settle     cases of a mail that the desk has now answered itself
 * @property suppress   an address that wants no more mail
 */
export type Outcome = {
  readonly language: Language;
  readonly flow: FlowState;
  readonly level: 'none' | 'low' | 'substantial' | 'high';
  readonly partyId: string | null;
  readonly reply: Reply | null;
  readonly replyKind: 'neutral' | 'crisis';
  readonly record: DisclosedRecord;
  readonly meant: readonly string[];
  readonly cases: readonly CaseDraft[];
  readonly challenge: ChallengeDraft | null;
  readonly told: readonly string[];
  readonly withdraw: readonly string[];
  readonly confirm: {
    readonly caseIds: readonly string[];
    readonly partyId: string | null;
    readonly hers: boolean;
  } | null;
  readonly settle: readonly string[];
  readonly suppress: 'email' | 'marketing' | null;
};
