/**
 * The sealed column: AES-256-GCM with the place it stands in as additional data, so that a ciphertext
 * moved to another row, column or table does not open.
 *
 * Layout: version (1) | data key id (16) | iv (12) | ciphertext (n) | tag (16).
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { SkrankeError } from '../values/errors.js';
import { secretKey } from '../values/secret-key.js';

export type DataKey = { readonly id: string; readonly bytes: Uint8Array };

/** Where a ciphertext lives: its additional authenticated data. */
export type Place = { readonly table: string; readonly column: string; readonly row: string };

const version = 1;
const keyIdEnd = 17;
const ivEnd = 29;
const tagBytes = 16;

/**
 * @param plain  the bytes to hide
 * @param key    data key, 32 bytes, id a UUID
 * @param place  table, column and row id the ciphertext will stand in
 * @param iv     12 random bytes, never used twice with the same key
 */
export const encrypt = (plain: Uint8Array, key: DataKey, place: Place, iv: Uint8Array): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', secretKey(key.bytes), iv);
  cipher.setAAD(placeBytes(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), uuidBytes(key.id), iv, body, cipher.getAuthTag()]);
};

/**
 * @returns the plain bytes
 * @throws  SKR_SEAL_BROKEN when the ciphertext was altered, is of another format or stands in another place than it was
 *          made for
 */
export const decrypt = (ciphertext: Uint8Array, key: DataKey, place: Place): Buffer => {
  const bytes = Buffer.from(ciphertext);
  if (bytes[0] !== version || bytes.length < ivEnd + tagBytes) throw broken('of another format');
  const decipher = createDecipheriv('aes-256-gcm', secretKey(key.bytes), bytes.subarray(keyIdEnd, ivEnd));
  decipher.setAAD(placeBytes(place));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const body = decipher.update(bytes.subarray(ivEnd, -tagBytes));
  try {
    return Buffer.concat([body, decipher.final()]);
  } catch {
    throw broken('altered, or not made for where it stands');
  }
};

const broken = (how: string): SkrankeError => new SkrankeError('SKR_SEAL_BROKEN', `a ciphertext ${how}`);

/** The id of the data key a ciphertext needs. */
export const keyIdOf = (ciphertext: Uint8Array): string =>
  Buffer.from(ciphertext.subarray(1, keyIdEnd))
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

const placeBytes = (place: Place): Buffer => Buffer.from(`${place.table}|${place.column}|${place.row}`, 'utf8');
