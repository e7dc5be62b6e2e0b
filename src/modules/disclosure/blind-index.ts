import { createHmac } from 'node:crypto';
import { secretKey } from '../values/secret-key.js';

/** What can be looked up without being readable; each kind has its own domain, so equal texts of two kinds differ. */
export type IndexKind =
  | 'external-id'
  | 'national-id'
  | 'email'
  | 'phone'
  | 'case-number'
  | 'letter-code'
  | 'surname'
  | 'street-postcode'
  | 'one-time-code'
  | 'message-id'
  | 'address-pair'
  | 'kid'
  | 'eid-state';

/**
 * The keyed hash under which a sealed value is found again.
 * @param kind   domain of the value
 * @param value  already normalised (see values/)
 * @param key    32 bytes kept outside the database
 * @returns      32 bytes, HMAC-SHA-256
 */
export const blindIndex = (kind: IndexKind, value: string, key: Uint8Array): Buffer =>
  createHmac('sha256', secretKey(key)).update(`${kind}\u0000${value}`, 'utf8').digest();
