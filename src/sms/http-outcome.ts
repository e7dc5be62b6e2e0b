/** What an HTTP exchange that did not end well means for a text message. */
import type { Sent } from '../modules/outbox/outgoing.js';

/** How far it had come: `request-sent` once a connection stood, since the body goes out at once. */
export type HttpPhase = 'connect' | 'request-sent';

/**
 * @param phase   how far it had come
 * @param status  of the answer, null when there was none
 * @returns       an answer decides; without one, only what surely never left may go out again
 * @source        mail.md "Out", for SMS; RFC 9110 § 15
 */
export const outcomeOf = (phase: HttpPhase, status: number | null): 'sent' | Exclude<Sent, { outcome: 'sent' }> => {
  if (status === null)
    return phase === 'connect'
      ? { outcome: 'again', phase: 'connect', detail: 'no-connection' }
      : { outcome: 'uncertain', detail: 'no-answer' };
  if (status >= 200 && status < 300) return 'sent';
  if (refusedForNow.includes(status)) return { outcome: 'again', phase: 'data', detail: `http-${String(status)}` };
  // A gateway that lost its own answer may have sent the message; a provider that fell over as well.
  if (status >= 500) return { outcome: 'uncertain', detail: `http-${String(status)}` };
  return { outcome: 'failed', detail: `http-${String(status)}` };
};

/** Refused before anything was done with it: too many requests, not now. */
const refusedForNow: readonly number[] = [425, 429, 503];
