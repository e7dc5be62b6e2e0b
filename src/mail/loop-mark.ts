/** The mark on everything the desk sends, by which it knows its own mail when it comes back. */
import { isTokenMac, tokenMac } from '../modules/outbox/keyed-token.js';
import { valuesOf, type RawHeader } from './raw-headers.js';

export const loopHeader = 'X-Skranke-Loop';

/** @param messageId  of the mail that carries the mark */
export const loopMark = (messageId: string, key: Uint8Array): string =>
  `${messageId} ${tokenMac('loop', messageId, key)}`;

/**
 * @returns true when one of our own marks is on it; a mark anybody else made means nothing
 * @source  E12
 */
export const bearsLoopMark = (fields: readonly RawHeader[], key: Uint8Array): boolean =>
  valuesOf(fields, loopHeader.toLowerCase()).some((value) => {
    const [messageId = '', mac = ''] = value.trim().split(/\s+/);
    return isTokenMac(mac, 'loop', messageId, key);
  });
