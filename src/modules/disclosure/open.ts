import { readSealedValue, type Sealed } from './sealed.js';

/**
 * The one door from `Sealed` to the value.
 * Importing this file is a claim that a decision, a match by hash or a transport needs the plain value;
 * the architecture test holds the list of files that may.
 *
 * @param sealed  a value under seal
 * @returns       the value
 * @throws        TypeError when given anything that is not a `Sealed`
 */
export const open = <T>(sealed: Sealed<T>): T => readSealedValue(sealed);
