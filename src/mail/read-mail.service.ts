import { ParseMailService } from './parse-mail.service.js';
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

/** @param raw  the whole mail; one that cannot be read at all is quarantined, never an error */
export const readMail = async (raw: Uint8Array, id: string): Promise<ReadMail> => {
  const parser = new ParseMailService();
  try {
    return await read(parser, raw, id);
  } catch {
    return {
      ...{ id, from: null, senderKnown: false, subject: '', text: '', newText: '', attachments: [] },
      screen: { verdict: 'quarantine', reason: 'unreadable' },
    };
  } finally {
    await parser.end();
  }
};

const read = async (parser: ParseMailService, raw: Uint8Array, id: string): Promise<ReadMail> => {
  const mail = await parser.parse(raw);
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
