/** The Message-ID of everything the desk sends: fixed before sending, and known again when somebody answers. */
import { isTokenMac, tokenMac } from './keyed-token.js';

const ours =
  /^<?skr\.([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\.([a-z2-7]{26})@[a-z0-9.-]{1,253}>?$/;

/**
 * @param uuid    random (version 4), not the row's id: a primary key tells when it was made
 * @param key     SKRANKE_MAC_KEY
 * @param domain  the desk's domain
 */
export const makeMessageId = (uuid: string, key: Uint8Array, domain: string): string =>
  `<skr.${uuid}.${tokenMac('message-id', uuid, key)}@${domain}>`;

/**
 * @param text  one message id, with or without its angle brackets
 * @returns     its uuid, null when this desk did not make it
 * @source      E30, E32
 */
export const readMessageId = (text: string, key: Uint8Array): string | null => {
  const found = ours.exec(text.trim().toLowerCase());
  const [, uuid = '', mac = ''] = found ?? [];
  return found !== null && isTokenMac(mac, 'message-id', uuid, key) ? uuid : null;
};
