import type { Evidence } from '../identity/assess.js';
import type { AssurancePolicy } from '../policy/assurance.schema.js';
import { findLetterCode } from '../understanding/find-letter-code.js';
import { findOneTimeCode } from '../understanding/find-one-time-code.js';
import { canTakeSms } from '../values/phone-number.js';
import type { FlowState } from './flow-state.js';
import { typedPhone } from './typed-phone.js';

/** What a message may be proof of, before anything is looked up. */
export type TypedProof = { readonly kind: 'code' | 'letter-code'; readonly typed: string };

const awaitsLetter: readonly FlowState['awaiting'][] = ['letter-code', 'address', 'code'];

/**
 * Recognises a typed code. Eight digits in a sentence are a code only when one was asked for; alone they are one unless
 * they read as a mobile number and one was asked for, or no code is open. Ten letters are a letter code only when one was asked for and a
 * digit is among them: many a name has ten letters.
 * @param text      the message as typed
 * @param flow      what the desk has asked for
 * @param codeOpen  whether a code was asked for that may still be typed (`isCodeOpen`)
 * @returns         normalised digits or letters, null when the message is something else
 * @source          docs/decisions/0023
 */
export const typedProof = (text: string, flow: FlowState, codeOpen: boolean): TypedProof | null => {
  const letter = findLetterCode(text);
  if (
    letter !== null &&
    (letter.isWholeText ||
      (awaitsLetter.includes(flow.awaiting) && /\d/.test(text.slice(letter.start, letter.end)) && !text.includes('@')))
  ) {
    return { kind: 'letter-code', typed: letter.code };
  }
  const phone = typedPhone(text, []);
  if (phone?.isWholeText === true && !phone.likeCode) return null;
  const code = findOneTimeCode(text);
  if (code === null) return null;
  const isMeant = flow.awaiting === 'code' || (code.isWholeText && !isPhoneHere(phone, flow, codeOpen));
  return isMeant ? { kind: 'code', typed: code.code } : null;
};

/** The desk's last words count most, then the open code; without one, digits that read as a mobile number are one. */
const isPhoneHere = (phone: ReturnType<typeof typedPhone>, { awaiting }: FlowState, codeOpen: boolean): boolean => {
  if (phone === null) return false;
  return canTakeSms(phone.number) ? awaiting === 'address' || !codeOpen : awaiting === 'address' && !codeOpen;
};

const minuteMs = 60_000;

/**
 * Whether the session asked for a code that may still come, and has not typed it right. It goes by what the session
 * did and by the longest a code can live, never by what became of the look-up (ND1).
 */
export const isCodeOpen = (
  flow: FlowState,
  given: readonly Evidence[],
  { code }: AssurancePolicy,
  now: Date,
): boolean => {
  const asked = flow.codesAskedAt.at(-1);
  if (asked === undefined || now.getTime() - asked >= (code.deliveryMinutes + code.minutes) * minuteMs) return false;
  return !given.some(({ kind, at }) => (kind === 'mailbox-code' || kind === 'phone-code') && at.getTime() >= asked);
};
