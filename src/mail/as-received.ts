/** A raw mail as it stands in a mailbox: the receiving server's header above it, and the end of its last line. */

const lineEnd = Buffer.from('\r\n');

/**
 * @param header  whole lines, each with its end
 * @param raw     the mail as it was handed over
 * @returns       always ends with a line end: SMTP knows no other mail, and an IMAP server may refuse one
 * @source        RFC 5321 § 4.1.1.4
 */
export const asReceived = (header: string, raw: Uint8Array): Buffer => {
  const mail = Buffer.concat([Buffer.from(header, 'utf8'), raw]);
  return mail.subarray(-lineEnd.length).equals(lineEnd) ? mail : Buffer.concat([mail, lineEnd]);
};
