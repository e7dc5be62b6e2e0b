/** The demo's view of the mailbox, implemented where mail is spoken. Shapes as in the contract. */

export type SentMail = {
  readonly id: string;
  readonly at: string;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
  readonly html: string;
};

export type DevMailbox = {
  sent(to: string | null): Promise<readonly SentMail[]>;
  receive(raw: Buffer, dmarc: 'pass' | 'fail' | 'none'): Promise<void>;
};

/** Injection token. */
export const DEV_MAILBOX = Symbol('dev mailbox');
