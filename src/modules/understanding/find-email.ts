/** Finds the first e-mail address a person typed; the raw text is read, so that the conversation may use it. */
import { emailAddresses } from './email-addresses.js';
import { normalise, toOriginal } from './normalise.js';

export type FoundEmail = {
  readonly address: string;
  /** Nothing but the address was written. */
  readonly isWholeText: boolean;
  readonly start: number;
  readonly end: number;
};

/** @param text  as typed; null when there is no address in it */
export function findEmail(text: string): FoundEmail | null {
  const source = normalise(text.slice(0, 20_000));
  const place = emailAddresses(source.text)[0];
  if (place === undefined) return null;
  const [start, end] = toOriginal(source, place.start, place.end);
  const rest = source.text.slice(0, place.start) + source.text.slice(place.end);
  return { address: source.text.slice(place.start, place.end), isWholeText: !/[\p{L}\p{N}]/u.test(rest), start, end };
}
