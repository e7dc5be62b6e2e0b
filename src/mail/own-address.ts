/** Which addresses are the desk's own. */
import type { DeskAddress } from '../modules/outbox/desk-address.js';
import { readEmailAddress } from '../modules/values/email-address.js';

/** The desk's address, a reply address or a return path under its domain; nobody else at the domain. */
export const isOwnAddress = (address: string, desk: DeskAddress): boolean => {
  const read = readEmailAddress(address);
  if (read === null) return false;
  const [local = '', domain = ''] = read.split('@');
  return read === desk.address.toLowerCase() || (domain === desk.domain && /^(?:svar|rp)\+/.test(local));
};
