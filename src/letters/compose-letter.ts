import { open } from '../modules/disclosure/open.js';
import { assertReply } from '../modules/disclosure/reply.js';
import { readRecipient, type LetterRecipient } from '../modules/outbox/letter-recipient.js';
import { readMessageId } from '../modules/outbox/message-id.js';
import type { Outgoing } from '../modules/outbox/outgoing.js';
import type { PdfBlock, PdfPage } from '../modules/outbox/pdf-page.js';

/** A letter ready to be printed. @property reference  random; what a report of returned mail will name */
export type Letter = { readonly to: LetterRecipient; readonly page: PdfPage; readonly reference: string };

/** Who posts it. */
export type LetterSender = { readonly key: Uint8Array; readonly sender: readonly string[]; readonly at: Date };

/**
 * An outgoing message as a letter: one addressee, the words that a decision set free, and nothing else.
 * @returns null for what is no message to somebody with an address: it is not printed at all
 * @throws  SKR_REPLY_NOT_ISSUED for words no decision was made for
 * @source  ND2, ND3
 */
export const composeLetter = (message: Outgoing, { key, sender, at }: LetterSender): Letter | null => {
  assertReply(message.reply);
  const to = readRecipient(open(message.recipient));
  const reference = readMessageId(message.messageId, key);
  if (to === null || reference === null) return null;
  const { subject, text, lang } = message.reply;
  const blocks: readonly PdfBlock[] = [
    ...(subject === undefined ? [] : [{ kind: 'heading' as const, text: subject }]),
    ...text.split('\n\n').map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph })),
    ...message.reply.cards.flatMap(({ title, rows, total }): readonly PdfBlock[] => [
      { kind: 'heading', text: title },
      {
        kind: 'rows',
        rows: [...rows, ...(total === undefined ? [] : [total])].map(({ label, value }) => [label, value]),
      },
    ]),
  ];
  return {
    to,
    reference,
    page: { title: subject ?? sender[0] ?? '', language: lang, at, sender, window: windowOf(to), blocks },
  };
};

const windowOf = ({ name, street, postcode, city }: LetterRecipient): readonly string[] => [
  name,
  street,
  `${postcode} ${city}`,
];
