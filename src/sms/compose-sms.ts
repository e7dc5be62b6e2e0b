import { open } from '../modules/disclosure/open.js';
import { assertReply } from '../modules/disclosure/reply.js';
import { readMessageId } from '../modules/outbox/message-id.js';
import type { Outgoing } from '../modules/outbox/outgoing.js';
import { canTakeSms, readPhoneNumber, type PhoneNumber } from '../modules/values/phone-number.js';
import { mostSeptets, septets } from './sms-text.js';

/** One text message. @property reference  random; what a delivery report will name */
export type Sms = { readonly to: PhoneNumber; readonly text: string; readonly reference: string };

/**
 * An outgoing message as a text message: one number, the words alone, no subject, no card, no link.
 * @param key  SKRANKE_MAC_KEY
 * @returns    null for what is no message to a phone that fits one text: it is not sent at all
 * @throws     SKR_REPLY_NOT_ISSUED for words no decision was made for
 * @source     ND2, ND3; 3GPP TS 23.038
 */
export const composeSms = (message: Outgoing, key: Uint8Array): Sms | null => {
  assertReply(message.reply);
  const to = readPhoneNumber(open(message.recipient));
  const reference = readMessageId(message.messageId, key);
  const { text } = message.reply;
  const length = septets(text);
  if (to === null || !canTakeSms(to) || reference === null || length === null || length > mostSeptets) return null;
  return { to, text, reference };
};
