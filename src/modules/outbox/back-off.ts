/** How long the desk waits before it tries to send again. */
import type { OutgoingKind } from './outgoing.js';

/** RFC 5321 § 4.5.4.1 asks for at least 4 to 5 days. */
export const mailLifeMs = 5 * 24 * 60 * 60 * 1000;

const mail = { first: 300, longest: 4000 } as const; // seconds, as Postfix does
const code = { first: 5, longest: 120 } as const; // somebody sits waiting, and the code dies within minutes

/**
 * @param kind      a code is tried again within seconds, everything else as mail servers do
 * @param attempts  how often it has been tried, 1 or more
 * @returns         seconds, doubled at each attempt up to the longest
 * @source          mail.md "Out"; F09
 */
export const backOffSeconds = (kind: OutgoingKind, attempts: number): number => {
  const pace = kind === 'code' ? code : mail;
  return Math.min(pace.longest, pace.first * 2 ** Math.min(Math.max(attempts, 1) - 1, 16));
};
