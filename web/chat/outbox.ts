/** What was written here and is not yet back from the server; one letter at a time, in order, nothing lost. */
import type { Activity } from './activity.js';

export type Outgoing =
  | { readonly type: 'message'; readonly text: string; readonly locale: string }
  | { readonly type: 'event'; readonly name: string; readonly value: string };

export type Letter = {
  /** The same on every retry: the server stores what it already knows only once. */
  readonly key: string;
  readonly outgoing: Outgoing;
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused' | 'too-long';
};
export type Outbox = readonly Letter[];

/** The letter to send now: the first that waits, unless one is already under way. */
export function next(outbox: Outbox): Letter | undefined {
  return outbox.some(({ state }) => state === 'sending') ? undefined : outbox.find(({ state }) => state === 'waiting');
}

/** The outbox with a letter put last. */
export function put(outbox: Outbox, key: string, outgoing: Outgoing): Outbox {
  return [...outbox, { key, outgoing, state: 'waiting' }];
}

/** The outbox with one letter's state changed. An event that is sent is done with: nothing shows it. */
export function mark(outbox: Outbox, key: string, state: Letter['state']): Outbox {
  return outbox
    .map((letter) => (letter.key === key ? { ...letter, state } : letter))
    .filter((letter) => letter.state !== 'sent' || letter.outgoing.type === 'message');
}

/** The outbox without what the server has echoed: the transcript holds it now, even if the answer to the POST was lost. */
export function settle(outbox: Outbox, heard: readonly Activity[]): Outbox {
  return outbox.filter(({ key }) => !heard.some((activity) => activity.kind === 'message' && activity.key === key));
}

/** The outbox for a new conversation: what the old one never acknowledged goes there, after `first`. */
export function carryOver(outbox: Outbox, first: Letter | undefined): Outbox {
  const again = outbox
    .filter(({ key }) => key !== first?.key)
    .map((letter): Letter => (letter.state === 'sending' ? { ...letter, state: 'waiting' } : letter))
    .filter(({ state }) => state !== 'sent');
  return first ? [first, ...again] : again;
}
