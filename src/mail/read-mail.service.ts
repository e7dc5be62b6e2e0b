import { ParseMailService } from './parse-mail.service.js';
import type { ParsedMail } from './parsed-mail.js';
import { screen } from './screen.js';
import { readSender } from './sender.js';
import { ownWords } from './to-inbound.js';

/** What `skranke read-mail` prints for one mail. No address is looked up and no thread token checked. */
export type ReadMail = {
  readonly id: string;
  readonly from: string | null;
  readonly senderKnown: boolean;
  readonly subject: string;
  readonly text: string;
  readonly newText: string;
  readonly attachments: readonly { readonly name: string | null; readonly type: string; readonly size: number }[];
  readonly screen: { readonly verdict: string; readonly reason: string };
};

/** Reads mails as the desk would, one after the other; `end` it, or its thread stays. */
export class ReadMailService {
  private readonly parser = new ParseMailService();

  /** @param raw  the whole mail; one that cannot be read at all is quarantined, never an error */
  async read(raw: Uint8Array, id: string): Promise<ReadMail> {
    try {
      return shown(await this.parser.parse(raw), id);
    } catch {
      return {
        ...{ id, from: null, senderKnown: false, subject: '', text: '', newText: '', attachments: [] },
        screen: { verdict: 'quarantine', reason: 'unreadable' },
      };
    }
  }

  async end(): Promise<void> {
    await this.parser.end();
  }
}

const shown = (mail: ParsedMail, id: string): ReadMail => {
  const sender = readSender(mail.fields, mail.from);
  const { verdict, reason } = screen({ mail, sender, isOurs: () => false, ownLoop: false });
  return {
    id,
    from: sender.known ? sender.address : null,
    senderKnown: sender.known,
    subject: mail.subject,
    text: mail.text,
    newText: ownWords(mail),
    attachments: mail.attachments.map(({ name, type, size }) => ({ name: name === '' ? null : name, type, size })),
    screen: { verdict, reason },
  };
};
