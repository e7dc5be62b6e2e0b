/** The envelope sender of what is not neutral: a bounce that comes back to it names the very message (VERP). */
import { isTokenMac, tokenMac } from '../modules/outbox/keyed-token.js';
import { readMessageId } from '../modules/outbox/message-id.js';

const ours = /^rp\+([0-9a-f]{32})\.([a-z2-7]{26})@([a-z0-9.-]{1,253})$/;

/**
 * @param messageId  one of the desk's own Message-IDs
 * @returns          the return path, its local part 62 octets long; null when the id is not the desk's own
 * @source           mail.md "Out"; RFC 5321 § 4.5.3.1.1
 */
export const returnPath = (messageId: string, key: Uint8Array, domain: string): string | null => {
  const name = readMessageId(messageId, key)?.replaceAll('-', '');
  return name === undefined ? null : `rp+${name}.${tokenMac('return-path', name, key)}@${domain}`;
};

/**
 * @param address  any address a bounce was sent to
 * @returns        the uuid of the message that bounced; null for a forged report
 * @source         E36, E37
 */
export const readReturnPath = (address: string, key: Uint8Array, domain: string): string | null => {
  const [, name = '', mac = '', host = ''] = ours.exec(address.trim().toLowerCase()) ?? [];
  if (host !== domain || !isTokenMac(mac, 'return-path', name, key)) return null;
  return name.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
