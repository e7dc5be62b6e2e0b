import { findPhone } from '../understanding/find-phone.js';
import type { Masking } from '../understanding/mask.js';
import { normalise } from '../understanding/normalise.js';
import { canTakeSms, readPhoneNumber, type PhoneNumber } from '../values/phone-number.js';

/**
 * A phone number as it was typed.
 * @property isWholeText  nothing but the number was written
 * @property likeCode     eight digits that could as well be a one-time code
 */
export type TypedPhone = {
  readonly number: PhoneNumber;
  readonly takesSms: boolean;
  readonly isWholeText: boolean;
  readonly likeCode: boolean;
};

/** A code is shown four and four; a phone number is never written so. */
const fourAndFour = /^\d{4}[ \-.\n]\d{4}$/;
const longestNumber = 40;

/**
 * Recognises a phone number by what was typed alone, whoever types it.
 * @param text    the message as typed
 * @param masked  what its digits were taken for: a KID or an account is no phone number
 * @returns       null when there is none
 * @source        docs/decisions/0023
 */
export const typedPhone = (text: string, masked: Masking['masked']): TypedPhone | null => {
  const bare = bareNumber(text);
  const whole = fourAndFour.test(bare) ? null : readPhoneNumber(bare);
  if (whole !== null && masked.every(([, , kind]) => kind === 'phone' || kind === 'digits'))
    return { ...reached(whole), isWholeText: true, likeCode: bare.replace(/\D/g, '').length === 8 };
  const found = findPhone(text);
  const number = found === null ? null : readPhoneNumber(found.number);
  if (found === null || number === null) return null;
  const isPhone = masked.some(([start, end, kind]) => kind === 'phone' && start <= found.start && found.end <= end);
  return isPhone ? { ...reached(number), isWholeText: false, likeCode: false } : null;
};

/** The text without the marks around a lone number; a word beside it makes it a sentence. */
const bareNumber = (text: string): string =>
  text.length > longestNumber ? '' : normalise(text).text.replace(/^[^\p{L}\d+(]+|[^\p{L}\d]+$/gu, '');

const reached = (number: PhoneNumber) => ({ number, takesSms: canTakeSms(number) });
