/** A mail as the conversation takes it: the sender's words, and nothing that a header could decide. */
import type { InboundMessage } from '../modules/conversation/inbound-message.js';
import { seal } from '../modules/disclosure/sealed.js';
import { newWords } from './new-words.js';
import type { ParsedMail } from './parsed-mail.js';
import type { Sender } from './sender.js';

/** What is known of a mail besides its words. */
export type MailFacts = {
  readonly inboundMailId: string;
  readonly conversationId: string;
  readonly receivedAt: Date;
  readonly sender: Sender;
  readonly aligned: boolean;
  readonly answerable: boolean;
  readonly isOurs: (address: string) => boolean;
};

const forwarded = /^(?:(?:re|sv|vs|fwd?|vb|wg)\s?:\s?)*(?:vs|fwd?|vb|wg|videresendt)\s?:/i;

/**
 * @returns the inbound message; its client id is the mail's own row, so that a mail taken twice counts once
 * @source  mail.md 9; E34, E38, E45, ND3
 */
export const toInbound = (mail: ParsedMail, facts: MailFacts): InboundMessage => ({
  channel: 'mail',
  conversationId: facts.conversationId,
  clientId: facts.inboundMailId,
  receivedAt: facts.receivedAt,
  text: seal(ownWords(mail)),
  language: null,
  event: null,
  mail: {
    inboundMailId: facts.inboundMailId,
    from: facts.sender.known ? seal(facts.sender.address) : null,
    subject: seal(mail.subject),
    messageId: mail.messageId === null ? null : seal(mail.messageId),
    answerable: facts.answerable && facts.sender.known,
    aligned: facts.aligned,
    attachments: mail.attachments.length,
    othersAddressed: mail.recipients.some((address) => !facts.isOurs(address)),
  },
});

/** The words the sender added. */
export const ownWords = (mail: ParsedMail): string => newWords(mail.text, forwarded.test(mail.subject.trim()));
