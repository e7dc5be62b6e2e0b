/** Names of rows and of things the outside may point at. Randomness and time come from the caller. */
import { SkrankeError } from './errors.js';

declare const uuidBrand: unique symbol;

/** A primary key; lower case, with hyphens. Tells when it was made, so it never leaves the house. */
export type Uuid = string & { readonly [uuidBrand]: 'Uuid' };

const leastPublicBytes = 16; // 128 bit: not to be guessed, however many are tried

export const isUuid = (text: string): text is Uuid =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);

/**
 * @param now     not before 1970
 * @param random  at least 10 random bytes
 * @source        RFC 9562 § 5.7
 */
export const uuidv7 = (now: Date, random: Uint8Array): Uuid => {
  if (random.length < 10) throw new SkrankeError('SKR_INTERNAL', 'fewer than 10 random bytes for an id');
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.set(random.subarray(0, 10), 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Uuid;
};

/**
 * A name for the outside, in base64url: random, so that it tells neither when nor how many.
 * @param random  at least 16 random bytes
 */
export const publicId = (random: Uint8Array): string => {
  if (random.length < leastPublicBytes)
    throw new SkrankeError('SKR_INTERNAL', 'fewer than 128 random bits for a public id');
  return Buffer.from(random).toString('base64url');
};
