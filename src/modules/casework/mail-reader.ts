import type { Sealed } from '../disclosure/sealed.js';

/** What a caseworker sees of a mail beside its words. */
export type ReadMail = {
  readonly subject: Sealed<string>;
  readonly messageId: Sealed<string> | null;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
};

/** The port that the mail edge implements: raw bytes to what they say, null where they cannot be parsed. */
export type MailReader = { read(raw: Buffer): Promise<ReadMail | null> };

/** Injection token, optional: without a reader a mail can still be downloaded. */
export const MAIL_READER = Symbol('mail reader');
