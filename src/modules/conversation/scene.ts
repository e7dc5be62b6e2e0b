import type { Assurance } from '../disclosure/assurance.js';
import type { Sealed } from '../disclosure/sealed.js';
import type { ClaimView } from '../claims/claim-view.js';
import type { CodeVerdict } from '../identity/try-code.js';
import type { Language } from '../policy/phrases.js';
import type { FlowState } from './flow-state.js';
import type { AnswersSoFar } from './may-answer-mail.js';

/**
 * What the typed text or a login proved, found out by `gather` because only a success may read the party.
 * An eID proves a person: `partyIds` is empty where the desk holds nothing of her.
 */
export type Proof =
  | {
      readonly kind: 'code';
      readonly sentTo: 'email' | 'phone';
      readonly verdict: CodeVerdict;
      readonly challengeId: string;
      readonly partyIds: readonly string[];
      readonly confirmedPoint: boolean;
    }
  | { readonly kind: 'no-open-code' }
  | { readonly kind: 'letter'; readonly verdict: 'right'; readonly partyId: string; readonly claimId: string }
  | { readonly kind: 'letter'; readonly verdict: 'wrong' | 'too-often' }
  | {
      readonly kind: 'eid';
      readonly verdict: 'right';
      readonly level: 'substantial' | 'high';
      readonly partyIds: readonly string[];
    }
  | { readonly kind: 'eid'; readonly verdict: 'refused' | 'cancelled' | 'unreachable' };

/** One of the person's own cases, as she may hear of it. */
export type OwnCase = {
  readonly id: string;
  readonly receipt: string;
  readonly intent: string;
  readonly state: 'open' | 'claimed' | 'waiting' | 'settled' | 'forwarded' | 'withdrawn';
  readonly receivedOn: string;
  readonly answerBy: string;
};

/** A case of the mail this chat was opened from; its kind only. */
export type ThreadCase = { readonly id: string; readonly intent: string };

/** A caseworker's answer in another session of hers, which she has not written after; in its own words. */
export type WaitingLetter = { readonly id: string; readonly text: Sealed<string> };

/**
 * Everything one turn may know. Below a proof it holds nothing about anybody: claims and own cases are read
 * only for the one party the session has proven.
 * @property assurance        after the proof of this very message, if there was one
 * @property assuranceBefore  what the session had when the message came
 * @property lapsed           the session had been silent for so long that nothing of it counts as the same person's
 * @property waitingLetters   read only in the turn that proves her at substantial or above
 * @property canText          whether this desk can send text messages at all
 * @property canEid           whether this desk has an issuer of electronic ids
 * @property untold           receipts a mail sender has not been told yet
 */
export type Scene = {
  readonly conversationId: string;
  readonly channel: 'chat' | 'mail';
  readonly threadRef: string | null;
  readonly language: Language | null;
  readonly owner: 'bot' | 'human' | 'closed';
  readonly canText: boolean;
  readonly canEid: boolean;
  readonly flow: FlowState;
  readonly restarted: boolean;
  readonly firstTurn: boolean;
  readonly proof: Proof | null;
  readonly assurance: Assurance;
  readonly assuranceBefore: Assurance['level'];
  readonly claims: readonly ClaimView[];
  readonly ownCases: readonly OwnCase[];
  readonly threadCases: readonly ThreadCase[];
  readonly lapsed: boolean;
  readonly waitingLetters: readonly WaitingLetter[];
  readonly threadId: string | null;
  readonly mail: (AnswersSoFar & { readonly untold: readonly string[] }) | null;
};
