/** What an SMTP dialog that did not end well means for the message. */
import type { Sent } from '../modules/outbox/outgoing.js';

/** How far the dialog had come. After `message-sent` the far side may have the mail. */
export type SmtpPhase = 'connect' | 'envelope' | 'data' | 'message-sent';

/** One line of nodemailer's own log. */
export type SmtpLogEntry = { readonly tnx?: unknown };

/**
 * Reads the phase off nodemailer's log, since its errors do not tell it.
 * @param phase    the phase so far
 * @param entry    what the line is about
 * @param message  the line: for `client` the command that is sent
 */
export const phaseAfter = (phase: SmtpPhase, entry: SmtpLogEntry, message: string): SmtpPhase => {
  if (entry.tnx === 'message') return 'message-sent';
  if (entry.tnx !== 'client' || phase === 'message-sent') return phase;
  if (/^DATA\b/i.test(message)) return 'data';
  return /^(?:MAIL FROM|RCPT TO):/i.test(message) ? 'envelope' : phase;
};

/**
 * @param phase         how far it had come
 * @param responseCode  of the server's reply, null when there was none
 * @returns             a reply decides; without one, what was sent whole is uncertain and never sent again by itself
 * @source              mail.md "Out"; F09
 */
export const outcomeOf = (phase: SmtpPhase, responseCode: number | null): Exclude<Sent, { outcome: 'sent' }> => {
  if (responseCode !== null && responseCode >= 500 && responseCode !== 503)
    return { outcome: 'failed', detail: `smtp-${responseCode}` };
  const refused = responseCode !== null && responseCode >= 400;
  if (phase === 'message-sent' && !refused) return { outcome: 'uncertain', detail: 'message-sent' };
  return {
    outcome: 'again',
    phase: phase === 'message-sent' ? 'data' : phase,
    detail: refused ? `smtp-${responseCode}` : 'no-reply',
  };
};
