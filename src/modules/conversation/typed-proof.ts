import { findLetterCode } from '../understanding/find-letter-code.js';
import { findOneTimeCode } from '../understanding/find-one-time-code.js';
import type { FlowState } from './flow-state.js';

/** What a message may be proof of, before anything is looked up. */
export type TypedProof = { readonly kind: 'code' | 'letter-code'; readonly typed: string };

const awaitsLetter: readonly FlowState['awaiting'][] = ['letter-code', 'address', 'code'];

/**
 * Recognises a typed code. Eight digits are a code only when one was asked for, or when they are all there is:
 * Norwegian phone numbers have eight digits too. Ten letters are a letter code only when one was asked for and a
 * digit is among them: many a name has ten letters.
 * @param text   the message as typed
 * @param flow   what the desk has asked for
 * @returns      normalised digits or letters, null when the message is something else
 */
export const typedProof = (text: string, flow: FlowState): TypedProof | null => {
  const letter = findLetterCode(text);
  if (
    letter !== null &&
    (letter.isWholeText ||
      (awaitsLetter.includes(flow.awaiting) && /\d/.test(text.slice(letter.start, letter.end)) && !text.includes('@')))
  ) {
    return { kind: 'letter-code', typed: letter.code };
  }
  const code = findOneTimeCode(text);
  if (code !== null && (code.isWholeText || flow.awaiting === 'code')) return { kind: 'code', typed: code.code };
  return null;
};
