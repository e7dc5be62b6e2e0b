/** Names that only this desk can make: a random name and its HMAC, both fit for the local part of an address. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { base32 } from '../values/base32.js';

/** Each use has its own domain, so that a token made for one does not pass as another. */
export type TokenPurpose = 'reply-address' | 'message-id' | 'return-path' | 'loop';

const macBytes = 16; // 128 bit: 26 letters, so that two of them and a word stay below 64 octets

/** A name of 128 bit: 26 letters. */
export const tokenPattern = /^[a-z2-7]{26}$/;

/** The keyed half of a token, 26 letters. */
export const tokenMac = (purpose: TokenPurpose, name: string, key: Uint8Array): string =>
  base32(createHmac('sha256', key).update(`${purpose}\u0000${name}`, 'utf8').digest().subarray(0, macBytes));

/**
 * Compares in constant time.
 * @source E30
 */
export const isTokenMac = (mac: string, purpose: TokenPurpose, name: string, key: Uint8Array): boolean => {
  const expected = Buffer.from(tokenMac(purpose, name, key), 'latin1');
  const given = Buffer.from(mac, 'utf8');
  return given.length === expected.length && timingSafeEqual(given, expected);
};
