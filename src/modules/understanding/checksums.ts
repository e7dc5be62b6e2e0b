/** Whether digits could be an identifier: check digits only, which suggest and never prove. */

/** The check digit itself weighs 1, so that a right number sums to a multiple of 11. */
const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const ACCOUNT = SECOND;
const ORGANISATION = [3, 2, 7, 6, 5, 4, 3, 2, 1];
/** Issuer ranges of payment cards: Visa, Mastercard (both), American Express, Diners, Discover, UnionPay, Maestro, JCB. */
const CARD_ISSUER = /^(?:4|5[0-8]|2[2-7]|3[47]|3[0689]|35|6)/;

/**
 * Fødselsnummer, D-, H- and synthetic numbers, under today's rule and the one of 1 January 2032 at once.
 * @param digits  11 ASCII digits
 * @source        Skatteetaten, new control digits for the national identity number
 */
export function passesAsNationalId(digits: string): boolean {
  if (digits.length !== 11 || Number(digits.slice(0, 2)) > 71) return false;
  const isDate = isDayOfMonth(Number(digits.slice(0, 2)) % 40, Number(digits.slice(2, 4)) % 40);
  return isDate && weigh(digits, FIRST) % 11 <= 3 && weigh(digits, SECOND) % 11 === 0;
}

/** @param digits  11 ASCII digits */
export function passesAsAccount(digits: string): boolean {
  return digits.length === 11 && weigh(digits, ACCOUNT) % 11 === 0;
}

/** @param digits  9 ASCII digits */
export function passesAsOrganisation(digits: string): boolean {
  return /^[89]\d{8}$/.test(digits) && weigh(digits, ORGANISATION) % 11 === 0;
}

/** @param digits  13 to 19 ASCII digits */
export function passesAsCard(digits: string): boolean {
  return CARD_ISSUER.test(digits) && passesLuhn(digits);
}

function isDayOfMonth(day: number, month: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

function weigh(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const digit = Number(digits[i]);
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}
