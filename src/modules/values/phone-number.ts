/** Phone numbers in their international form. */

declare const phoneBrand: unique symbol;

/** E.164: `+` and 8 to 15 digits. */
export type PhoneNumber = string & { readonly [phoneBrand]: 'PhoneNumber' };

/** Eight digits, not beginning with 0 or 1 (short and emergency numbers). */
const norwegian = /^[2-9]\d{7}$/;

/**
 * Reads a number as people write it; without a country code it is Norwegian.
 * @returns null when it can be no subscriber's number
 * @source  ITU-T E.164; Nkom numbering plan
 */
export const readPhoneNumber = (text: string): PhoneNumber | null => {
  const bare = text.trim().replace(/[\s\u00a0\p{Pd}./()]/gu, '');
  const international = bare.replace(/^00/, '+').replace(/^(?=47[2-9]\d{7}$)/, '+');
  if (norwegian.test(international)) return `+47${international}` as PhoneNumber;
  if (international.startsWith('+47'))
    return norwegian.test(international.slice(3)) ? (international as PhoneNumber) : null;
  return /^\+[1-9]\d{7,14}$/.test(international) ? (international as PhoneNumber) : null;
};

/** Norwegian mobile numbers begin with 4 or 9; only they, and foreign numbers, may be sent an SMS. */
export const canTakeSms = (phone: PhoneNumber): boolean => !phone.startsWith('+47') || /^\+47[49]/.test(phone);

/** `+47 412 34 567` for mobiles, `+47 22 33 44 55` for others, foreign numbers as they are. */
export const formatPhoneNumber = (phone: PhoneNumber): string => {
  if (!phone.startsWith('+47')) return phone;
  const digits = phone.slice(3);
  return canTakeSms(phone)
    ? `+47 ${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5)}`
    : `+47 ${digits.replace(/(\d\d)(?=\d)/g, '$1 ')}`;
};
