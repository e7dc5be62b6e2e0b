/** The demo's view of the post, implemented where letters are made. Shapes as in the contract. */

export type SentLetter = {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly code: string | null;
};

export type DevLetters = {
  sent(to: string | null): Promise<readonly SentLetter[]>;
  pdf(id: string): Promise<Buffer | null>;
};

/** Injection token. */
export const DEV_LETTERS = Symbol('dev letters');
