/** What a delivery report says of the mail it is about. */

/**
 * @param report  the machine-readable part, fields of all recipients; each of our mails has one
 * @returns       `failed` for good, and `gone` when the mailbox does not exist; null for a delay, a success or no report
 * @source        RFC 3464 § 2.3.3, RFC 3463 § 3.2; E36
 */
export const readReport = (report: string): 'gone' | 'failed' | null => {
  if (!/^action:[ \t]{0,9}failed\b/im.test(report)) return null;
  return /^status:[ \t]{0,9}5\.1\.(?:1|2|3|6|10)\b/im.test(report) ? 'gone' : 'failed';
};
