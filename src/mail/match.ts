/** Which of our threads a mail says it belongs to. It reads only tokens that this desk alone can make. */
import { readMessageId } from '../modules/outbox/message-id.js';
import type { ParsedMail } from './parsed-mail.js';
import { valuesOf } from './raw-headers.js';
import { readReplyAddress } from './thread-token.js';

/**
 * What the tokens say. Whether the mail may join is not decided here: that takes a DMARC pass and the right sender.
 * A number in the subject is nothing at all.
 */
export type Match =
  | { readonly kind: 'thread'; readonly threadRef: string }
  | { readonly kind: 'message'; readonly uuid: string }
  | { readonly kind: 'none' };

/** Where the receiving server writes whom the mail was for. */
const addressed = ['delivered-to', 'x-original-to', 'envelope-to'];
const mostAddresses = 200;

/**
 * @param mail    parsed, or its header only
 * @param key     SKRANKE_MAC_KEY
 * @param domain  the desk's domain
 * @source        mail.md 8; E29, E30, E32
 */
export const match = (mail: ParsedMail, key: Uint8Array, domain: string): Match => {
  for (const address of addressesOf(mail)) {
    const threadRef = readReplyAddress(address, key, domain);
    if (threadRef !== null) return { kind: 'thread', threadRef };
  }
  for (const id of mail.answers) {
    const uuid = readMessageId(id, key);
    if (uuid !== null) return { kind: 'message', uuid };
  }
  return { kind: 'none' };
};

/** Every address the mail was sent to, as far as its header says. */
export const addressesOf = (mail: ParsedMail): readonly string[] => {
  const written = addressed.flatMap((name) => valuesOf(mail.fields, name));
  return [...mail.recipients, ...written.map((value) => value.replace(/^<|>$/g, ''))].slice(0, mostAddresses);
};
