import type { Reply } from '../disclosure/reply.js';
import type { Sealed } from '../disclosure/sealed.js';

/** Why a message is sent; it decides the envelope sender, the headers and how long it is tried. */
export type OutgoingKind = 'code' | 'neutral' | 'crisis' | 'answer' | 'notice';

/**
 * A message to put into the outbox, in the transaction of the decision that allows it.
 * @property inReplyTo  Message-ID of the mail answered, so that mail programs keep the thread together
 */
export type OutgoingDraft = {
  readonly channel: 'email' | 'sms' | 'letter';
  readonly kind: OutgoingKind;
  readonly decisionId: string;
  readonly reply: Reply;
  readonly recipient: Sealed<string>;
  readonly conversationId: string | null;
  readonly challengeId: string | null;
  readonly threadRef: string | null;
  readonly inReplyTo: Sealed<string> | null;
  readonly expiresAt: Date;
};

/** What a transport gets: the same message, leased, re-issued and with its fixed Message-ID. */
export type Outgoing = {
  readonly id: string;
  readonly kind: OutgoingKind;
  readonly reply: Reply;
  readonly recipient: Sealed<string>;
  readonly messageId: string;
  readonly threadRef: string | null;
  readonly inReplyTo: Sealed<string> | null;
};

/**
 * How it went. `uncertain`: the far side may have it, so it is never sent again by itself.
 * `again` carries no promise of when; the job backs off.
 */
export type Sent =
  | { readonly outcome: 'sent'; readonly at: Date }
  | { readonly outcome: 'again'; readonly phase: 'connect' | 'envelope' | 'data'; readonly detail: string }
  | { readonly outcome: 'uncertain'; readonly detail: string }
  | { readonly outcome: 'failed'; readonly detail: string };

/** The port that the edges implement. */
export type Transport = { readonly channel: OutgoingDraft['channel']; send(message: Outgoing): Promise<Sent> };

/** Injection token: the list of transports. */
export const TRANSPORTS = Symbol('transports');
