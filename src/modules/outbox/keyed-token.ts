/** Names that only this desk can make: a random name and its HMAC, both fit for the local part of an address. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Each use has its own domain, so that a token made for one does not pass as another. */
export type TokenPurpose = 'reply-address' | 'message-id' | 'return-path' | 'loop';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const macBytes = 16; // 128 bit: 26 letters, so that two of them and a word stay below 64 octets

/** A name of 128 bit: 26 letters. */
export const tokenPattern = /^[a-z2-7]{26}$/;

/**
 * @param bytes  any length
 * @returns      lower-case base 32 without padding, since mail programs may change the case of an address
 * @source       RFC 4648 § 6
 */
export const base32 = (bytes: Uint8Array): string => {
  let letters = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) letters += alphabet.charAt((held >> (bits - 5)) & 31);
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? letters : letters + alphabet.charAt((held << (5 - bits)) & 31);
};

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
