import { timingSafeEqual } from 'node:crypto';
import { blindIndex } from '../disclosure/blind-index.js';
import type { AssurancePolicy } from '../policy/assurance.schema.js';

/**
 * A code that was asked for in this session. `partyIds` is empty until, and unless, the worker found somebody.
 * @property confirmedPoint  the worker found the point confirmed earlier, for everybody who has it
 */
export type Challenge = {
  readonly id: string;
  readonly kind: 'email' | 'phone';
  readonly codeHash: Uint8Array;
  readonly tries: number;
  readonly partyIds: readonly string[];
  readonly confirmedPoint: boolean;
  readonly expiresAt: Date;
};

export type CodeVerdict = 'right' | 'wrong' | 'expired' | 'spent';

/**
 * Compares a typed code with the hash, in the same way whether or not anybody was found.
 * @param challenge  the session's latest code
 * @param typed      eight digits as typed, spaces gone
 * @param session    conversation id the code is bound to
 * @param now        the desk's time
 * @source           ASVS 6.5.1, 6.5.2, 6.6.2; C05, C06
 */
export const tryCode = (challenge: Challenge, typed: string, session: Session, now: Date): CodeVerdict => {
  if (challenge.tries >= session.policy.code.tries) return 'spent';
  if (now >= challenge.expiresAt) return 'expired';
  const same = timingSafeEqual(codeHash(typed, session.conversationId, session.key), Buffer.from(challenge.codeHash));
  return same && challenge.partyIds.length > 0 ? 'right' : 'wrong';
};

export type Session = { readonly conversationId: string; readonly key: Uint8Array; readonly policy: AssurancePolicy };

/** The stored form of a code: bound to the session it was asked in. */
export const codeHash = (code: string, conversationId: string, key: Uint8Array): Buffer =>
  blindIndex('one-time-code', `${conversationId}|${code}`, key);
