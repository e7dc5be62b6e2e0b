/** The national identity number: a key for matching only, never a proof, and it never prints. */
import validator from '@navikt/fnrvalidator';
import { parseDay, readDay, type Day } from './day.js';

export type NationalIdKind = 'national-id' | 'd-number' | 'h-number';

/** From this day numbers are issued whose first check digit leaves another remainder than 0. */
const newRuleFrom = parseDay('2032-01-01');
const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];

/**
 * @property kind       D-numbers are given to foreigners, H-numbers by hospitals
 * @property synthetic  made for tests (month + 80); refused in production
 * @property birthDate  null where the number does not tell: then the population register must
 */
export class NationalId {
  readonly #digits: string;

  constructor(
    digits: string,
    readonly kind: NationalIdKind,
    readonly synthetic: boolean,
    readonly birthDate: Day | null,
  ) {
    this.#digits = digits;
  }

  /** The eleven digits, for the keyed hash and the sealed column. */
  reveal(): string {
    return this.#digits;
  }

  toString(): string {
    return '[national id]';
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * Reads a fødselsnummer, D-, H- or synthetic number; spaces are dropped.
 * @param asOf  the day it is read: numbers of the rule of 2032 do not exist before it, but for synthetic ones
 * @returns     null when length, date or a check digit is wrong; never an error that holds digits
 * @source      personopplysningsloven § 12; Skatteetaten on new check digits from 2032
 */
export const readNationalId = (text: string, asOf: Day): NationalId | null => {
  const digits = text.replace(/[\s\u00a0]/gu, '');
  const verdict = validator.idnr(digits);
  if (verdict.status !== 'valid') return null;
  const synthetic = Number(digits[2]) >= 8;
  const isNewRule = firstRemainder(digits) !== 0;
  if (isNewRule && !synthetic && asOf < newRuleFrom) return null;
  const born = birthDateIn(digits);
  if (born === 'impossible') return null;
  return new NationalId(digits, kindOf(digits), synthetic, isNewRule ? null : born);
};

const firstRemainder = (digits: string): number =>
  firstWeights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;

const birthDateIn = (digits: string): Day | null | 'impossible' => {
  const century = centuryOf(Number(digits.slice(4, 6)), Number(digits.slice(6, 9)));
  if (century === null) return null;
  const day = String(Number(digits.slice(0, 2)) % 40).padStart(2, '0');
  const month = String(Number(digits.slice(2, 4)) % 40).padStart(2, '0');
  return readDay(`${century}${digits.slice(4, 6)}-${month}-${day}`) ?? 'impossible';
};

/** Which century the individual number stands for. */
const centuryOf = (year: number, individual: number): '18' | '19' | '20' | null => {
  if (individual <= 499) return '19';
  if (year <= 39) return '20';
  if (individual <= 749 && year >= 54) return '18';
  return individual >= 900 && year >= 40 ? '19' : null;
};

const kindOf = (digits: string): NationalIdKind => {
  if (Number(digits[0]) >= 4) return 'd-number';
  return Number(digits[2]) >= 4 && Number(digits[2]) < 8 ? 'h-number' : 'national-id';
};
