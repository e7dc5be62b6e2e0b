import type { OutgoingDraft, OutgoingKind } from './outgoing.js';

/** A message that did not arrive, or may not have: somebody has to know. */
export type Undelivered = {
  readonly id: string;
  readonly kind: OutgoingKind;
  readonly channel: OutgoingDraft['channel'];
  readonly conversationId: string | null;
  readonly outcome: 'failed' | 'uncertain' | 'expired';
};

/** Whoever turns that into work for a person. */
export type DeliveryWatcher = {
  undelivered(event: Undelivered): Promise<void>;
  /** Finds what a worker left untold that died between sending and telling. */
  catchUp(): Promise<void>;
};

/** Injection token, optional: without a watcher the row's state is all there is. */
export const DELIVERY_WATCHER = Symbol('delivery watcher');
