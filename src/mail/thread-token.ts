/** The address a debtor's answer comes back to: `svar+<thread>.<mac>@domain`. */
import { isTokenMac, tokenMac } from '../modules/outbox/keyed-token.js';

const ours = /^svar\+([a-z2-7]{26})\.([a-z2-7]{26})@([a-z0-9.-]{1,253})$/;

/**
 * @param ref     the thread's reference, 26 letters
 * @param key     SKRANKE_MAC_KEY
 * @param domain  the desk's domain
 * @returns       an address whose local part is 58 octets long
 * @source        mail.md 8; RFC 5321 § 4.5.3.1.1
 */
export const replyAddress = (ref: string, key: Uint8Array, domain: string): string =>
  `svar+${ref}.${tokenMac('reply-address', ref, key)}@${domain}`;

/**
 * @param address  any address a mail was sent to; case does not matter
 * @returns        the thread's reference, null unless this desk made the address
 * @source         E30
 */
export const readReplyAddress = (address: string, key: Uint8Array, domain: string): string | null => {
  const [, ref = '', mac = '', host = ''] = ours.exec(address.trim().toLowerCase()) ?? [];
  return host === domain && isTokenMac(mac, 'reply-address', ref, key) ? ref : null;
};
