/** What is done with a mail before anybody reads its words. No header here becomes more than this one verdict. */
import { isAutomatic, isBounce, isDeliveryReport, isFeedbackReport, isList, isReadReceipt } from './automatic.js';
import { isOutOfOffice } from './out-of-office.js';
import type { ParsedMail } from './parsed-mail.js';
import { valuesOf } from './raw-headers.js';
import type { Sender } from './sender.js';

export type ScreenReason =
  | 'own-mail-came-back'
  | 'too-many-hops'
  | 'bounce'
  | 'read-receipt'
  | 'feedback-report'
  | 'automatic-reply'
  | 'out-of-office'
  | 'list'
  | 'calendar'
  | 'own-address'
  | 'oversize'
  | 'too-complex'
  | 'malware'
  | 'encrypted'
  | 'sender-unknown';

export type Verdict =
  | { readonly verdict: 'proceed'; readonly reason: 'none' }
  | { readonly verdict: 'ignore' | 'quarantine'; readonly reason: ScreenReason };

/**
 * @property isOurs   whether an address is one of the desk's own
 * @property ownLoop  it bears a loop mark of ours
 */
export type Screened = {
  readonly mail: ParsedMail;
  readonly sender: Sender;
  readonly isOurs: (address: string) => boolean;
  readonly ownLoop: boolean;
};

type Check = {
  readonly reason: ScreenReason;
  readonly verdict: 'ignore' | 'quarantine';
  readonly applies: (screened: Screened) => boolean;
};

const mostHops = 50; // Postfix's hopcount_limit

/** The checks in their order; the first that applies decides. */
const checks: readonly Check[] = [
  { reason: 'own-mail-came-back', verdict: 'quarantine', applies: ({ ownLoop }) => ownLoop },
  { reason: 'too-many-hops', verdict: 'quarantine', applies: ({ mail }) => hops(mail) > mostHops },
  { reason: 'read-receipt', verdict: 'ignore', applies: ({ mail }) => isReadReceipt(mail) },
  { reason: 'feedback-report', verdict: 'ignore', applies: ({ mail }) => isFeedbackReport(mail) },
  { reason: 'out-of-office', verdict: 'ignore', applies: ({ mail }) => isOutOfOffice(mail.subject) },
  { reason: 'automatic-reply', verdict: 'ignore', applies: ({ mail }) => isAutomatic(mail) && !isDeliveryReport(mail) },
  { reason: 'bounce', verdict: 'ignore', applies: ({ mail }) => isBounce(mail) },
  { reason: 'list', verdict: 'ignore', applies: ({ mail }) => isList(mail) },
  { reason: 'oversize', verdict: 'quarantine', applies: ({ mail }) => mail.fault === 'too-large' },
  { reason: 'too-complex', verdict: 'quarantine', applies: ({ mail }) => mail.fault !== null },
  { reason: 'malware', verdict: 'quarantine', applies: ({ mail }) => mail.attachments.some((part) => part.malware) },
  { reason: 'sender-unknown', verdict: 'quarantine', applies: ({ sender }) => !sender.known },
  { reason: 'own-address', verdict: 'ignore', applies: ({ sender, isOurs }) => sender.known && isOurs(sender.address) },
  { reason: 'calendar', verdict: 'ignore', applies: ({ mail }) => mail.calendar },
  { reason: 'encrypted', verdict: 'quarantine', applies: ({ mail }) => mail.encrypted },
];

/**
 * @returns what to do with the mail and why; stored whatever it is, so that nothing is thrown away unseen
 * @source  mail.md 6; E06, E11, E12, E13, ND16
 */
export const screen = (screened: Screened): Verdict => {
  const check = checks.find((one) => one.applies(screened));
  return check === undefined
    ? { verdict: 'proceed', reason: 'none' }
    : { verdict: check.verdict, reason: check.reason };
};

/** Whether somebody should look at what was set aside: it may be a person's, and only we cannot tell. */
export const needsPerson = (verdict: Verdict): boolean =>
  verdict.verdict === 'quarantine' && verdict.reason !== 'own-mail-came-back' && verdict.reason !== 'too-many-hops';

const hops = (mail: ParsedMail): number => valuesOf(mail.fields, 'received').length;
