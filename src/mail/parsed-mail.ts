import type { Fault } from './pre-scan.js';
import type { RawHeader } from './raw-headers.js';

/**
 * A part that is not the mail's own text.
 * @property name     as the sender named it, control letters gone; empty when it has no name
 * @property type     as the sender declared it, lower case
 * @property sniffed  what its first bytes say, null when they say nothing
 * @property malware  its bytes are known to be harmful (the antivirus test file)
 */
export type ParsedAttachment = {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sniffed: string | null;
  readonly malware: boolean;
};

/**
 * A mail as the parser saw it, beside its raw header fields. Everything here is the sender's word.
 * @property fault        why only the header was read, null when all of it was
 * @property from         addresses the parser took for the sender's
 * @property recipients   To and Cc, lower case
 * @property answers      message ids in In-Reply-To and References, newest first
 * @property text         the whole text, NUL and control letters gone, lines ended by LF
 * @property contentType  of the whole mail, lower case; `reportType` where it is a report
 * @property undelivered  a delivery report in it says that a mail did not arrive: `gone` when there is no such mailbox
 * @property calendar     it is, or carries, an invitation or an answer to one
 * @property encrypted    its words are not readable without a key, or wrapped in a signature
 */
export type ParsedMail = {
  readonly fields: readonly RawHeader[];
  readonly size: number;
  readonly fault: Fault | null;
  readonly from: readonly string[];
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly messageId: string | null;
  readonly answers: readonly string[];
  readonly text: string;
  readonly attachments: readonly ParsedAttachment[];
  readonly contentType: string;
  readonly reportType: string;
  readonly undelivered: 'gone' | 'failed' | null;
  readonly calendar: boolean;
  readonly encrypted: boolean;
};
