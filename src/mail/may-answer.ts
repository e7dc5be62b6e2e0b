/** Whether a program may answer a mail at all. Closed: every question must be answered well. */
import { isAutomatic, isBounce, isList, returnPathOf, wantsNoAutomaticAnswer, wasSentOnByRule } from './automatic.js';
import { isOutOfOffice } from './out-of-office.js';
import type { Screened, Verdict } from './screen.js';

export type AnswerRefusal =
  | 'not-proceeding'
  | 'sender-unknown'
  | 'automatic'
  | 'bounce'
  | 'null-return-path'
  | 'list'
  | 'no-answer-wanted'
  | 'sent-on-by-rule'
  | 'own-domain'
  | 'no-reply-sender'
  | 'not-addressed-to-us';

const noReply =
  /^(?:no-?reply|do-?not-?reply|ikke-?svar|ikkje-?svar|noreply-.*|mailer-daemon|postmaster|bounces?|root|abuse)$/;

/**
 * @param screened   the mail, its sender and our own address
 * @param verdict    of the screen
 * @param ourDomain  nobody at our own domain is answered by us
 * @returns          null when it may be answered, else why not
 * @source           mail.md "Auto-reply guard"; RFC 3834 § 2; E11, E13, E15
 */
export const answerRefusal = (screened: Screened, verdict: Verdict, ourDomain: string): AnswerRefusal | null => {
  const { mail, sender, isOurs } = screened;
  if (verdict.verdict !== 'proceed') return 'not-proceeding';
  if (!sender.known) return 'sender-unknown';
  if (returnPathOf(mail) === '') return 'null-return-path';
  if (isBounce(mail)) return 'bounce';
  if (isAutomatic(mail) || isOutOfOffice(mail.subject)) return 'automatic';
  if (isList(mail)) return 'list';
  if (wantsNoAutomaticAnswer(mail)) return 'no-answer-wanted';
  if (wasSentOnByRule(mail)) return 'sent-on-by-rule';
  if (sender.domain === ourDomain || sender.domain.endsWith(`.${ourDomain}`)) return 'own-domain';
  if (noReply.test(localPart(sender.address))) return 'no-reply-sender';
  return mail.recipients.some(isOurs) ? null : 'not-addressed-to-us';
};

const localPart = (address: string): string => address.slice(0, address.lastIndexOf('@'));
