import type { Sealed } from '../disclosure/sealed.js';
import type { Language } from '../policy/phrases.js';

/**
 * What comes besides words: a page's choice of language or its mail thread, and from the desk's own door the id of an
 * eID login that has ended. No client can send the last.
 */
export type InboundEvent = { readonly name: 'language' | 'thread' | 'eid'; readonly value: string };

/**
 * What only mail has. `from` is the one unambiguous From address, null when there is none to answer.
 * `answerable` is the verdict of the auto-reply guard; `aligned` a DMARC pass the trusted receiver saw.
 */
export type MailPart = {
  readonly inboundMailId: string;
  readonly from: Sealed<string> | null;
  readonly subject: Sealed<string>;
  readonly messageId: Sealed<string> | null;
  readonly answerable: boolean;
  readonly aligned: boolean;
  readonly attachments: number;
  readonly othersAddressed: boolean;
};

/**
 * One message, whatever door it came by: no header and no field of it is a decision.
 * @property conversationId  internal id; the door has already found or made the conversation
 * @property clientId        the sender's own id for this message, for recognising it when it comes twice
 * @property receivedAt      when it reached our door, never what the sender says
 */
export type InboundMessage = {
  readonly channel: 'chat' | 'mail';
  readonly conversationId: string;
  readonly clientId: string | null;
  readonly receivedAt: Date;
  readonly text: Sealed<string>;
  readonly language: Language | null;
  readonly event: InboundEvent | null;
  readonly mail: MailPart | null;
};

/** What became of it: the public id of the stored activity, and whether it had been stored before. */
export type Taken = { readonly activityId: string; readonly duplicate: boolean; readonly levelChanged: boolean };
