/** An outgoing message as nodemailer takes it: one recipient, our own addresses, nothing of anybody else's. */
import { open } from '../modules/disclosure/open.js';
import { assertReply } from '../modules/disclosure/reply.js';
import type { DeskAddress } from '../modules/outbox/desk-address.js';
import type { Outgoing } from '../modules/outbox/outgoing.js';
import { readEmailAddress } from '../modules/values/email-address.js';
import { SkrankeError } from '../modules/values/errors.js';
import { loopHeader, loopMark } from './loop-mark.js';
import { mailHtml, mailText } from './mail-words.js';
import { returnPath } from './return-path.js';
import { replyAddress } from './thread-token.js';

/**
 * @param message  leased and issued again
 * @param desk     the address it goes out from
 * @param key      SKRANKE_MAC_KEY
 * @param now      its Date
 * @returns        a neutral answer has the null envelope sender, so that it never bounces back; everything else has
 *                 a return path of its own
 * @throws         SKR_REPLY_NOT_ISSUED for words no decision was made for, SKR_INTERNAL for a recipient that is not exactly one address
 * @source         mail.md "Out"; RFC 3834 § 3; E08, E09, E33, ND2, ND3, ND4
 */
export const compose = (message: Outgoing, desk: DeskAddress, key: Uint8Array, now: Date) => {
  assertReply(message.reply);
  const recipient = readEmailAddress(open(message.recipient));
  if (recipient === null) throw new SkrankeError('SKR_INTERNAL', 'a mail to something that is no address');
  const given = oneLine(message.reply.subject ?? '');
  const subject = given === '' ? oneLine(desk.name) : given;
  const answered = answeredId(message);
  return {
    from: { name: oneLine(desk.name), address: desk.address },
    to: { name: '', address: recipient },
    ...(message.threadRef === null ? {} : { replyTo: replyAddress(message.threadRef, key, desk.domain) }),
    envelope: { from: envelopeSender(message, desk, key), to: [recipient] },
    messageId: message.messageId,
    date: now,
    subject,
    ...(answered === null ? {} : { inReplyTo: answered, references: answered }),
    headers: {
      ...automatic(message, answered),
      'X-Auto-Response-Suppress': 'All',
      [loopHeader]: loopMark(message.messageId, key),
    },
    text: mailText(message.reply),
    html: mailHtml(message.reply, subject),
    xMailer: false as const,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};

/** What a person at the desk wrote is no automatic answer and does not say so. */
const automatic = ({ kind }: Outgoing, answered: string | null): Readonly<Record<string, string>> =>
  kind === 'answer' ? {} : { 'Auto-Submitted': answered === null ? 'auto-generated' : 'auto-replied' };

const envelopeSender = (message: Outgoing, desk: DeskAddress, key: Uint8Array): string =>
  message.kind === 'neutral' ? '' : (returnPath(message.messageId, key, desk.domain) ?? desk.address);

/** The sender chose this id: only what looks like one goes into our header. */
const answeredId = (message: Outgoing): string | null => {
  const id = message.inReplyTo === null ? '' : open(message.inReplyTo);
  return /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}@[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/.test(id) ? id : null;
};

const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
