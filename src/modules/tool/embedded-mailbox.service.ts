/** The mail servers of the demo and the tests, on loopback: an inbox to read from, and a sink for what is sent. */
import { startImap } from './imap-process.service.js';
import { startSmtpSink, type SunkMail } from './smtp-sink.service.js';

export type MailboxWish = {
  readonly imapPort: number;
  readonly smtpPort: number;
  /** The inbox's login. */
  readonly name: string;
  readonly password: string;
  /** What was sent; rejecting puts the sender off until later. */
  readonly onMail: (mail: SunkMail) => Promise<void>;
};

export type Mailbox = {
  /** Puts a raw message into the inbox, as an MTA would. */
  readonly deliver: (raw: Buffer) => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly kill: () => void;
};

/** @throws CannotStart with the one readable reason */
export const startMailbox = async (wish: MailboxWish): Promise<Mailbox> => {
  const imap = await startImap({ port: wish.imapPort, name: wish.name, password: wish.password });
  try {
    const smtp = await startSmtpSink(wish.smtpPort, wish.onMail);
    return {
      deliver: imap.deliver,
      kill: imap.kill,
      stop: async () => {
        await Promise.all([imap.stop(), smtp.stop()]);
      },
    };
  } catch (error) {
    await imap.stop();
    throw error;
  }
};
