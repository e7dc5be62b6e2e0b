/** Cases as people file them: through the conversation, by chat or by mail, proven or not. */
import { randomUUID } from 'node:crypto';
import { ConversationService } from '../../src/modules/conversation/conversation.service.js';
import { MailThreadsService } from '../../src/modules/conversation/mail-threads.service.js';
import { blindIndex } from '../../src/modules/disclosure/blind-index.js';
import { seal } from '../../src/modules/disclosure/sealed.js';
import { VaultService } from '../../src/modules/disclosure/vault.service.js';
import { newId } from '../../src/modules/database/new-id.service.js';
import { loadSampleWorld } from '../../src/modules/sample/sample-world.service.js';
import { ChatClient } from './chat-client.js';
import type { MainHouse } from './main-house.js';

export type FiledCase = { readonly id: string; readonly conversationId: string; readonly queue: string };

/**
 * Files by chat; the chat is handed back so that its page can be read.
 * @param as     the sample person who is proven, null for nobody
 * @param queue  which case, where the words make several
 */
export const fileByChat = async (
  house: MainHouse,
  text: string,
  as: string | null = null,
  queue: string | null = null,
): Promise<FiledCase & { readonly chat: ChatClient }> => {
  const chat = await ChatClient.open(house.url);
  if (as !== null) await proveAs(house, chat, as);
  await chat.say(text);
  const filed = await newestCase(
    house,
    `v.public_id = '${chat.conversationId}'${queue === null ? '' : ` AND c.queue = '${queue}'`}`,
  );
  return { ...filed, chat };
};

/** A mailbox code, as the worker would have had it sent, and then the code of her own letter, typed in this very chat. */
export const proveAs = async (house: MainHouse, chat: ChatClient, key: string): Promise<void> => {
  const now = new Date();
  await house.source.query(
    `INSERT INTO evidence (id, conversation_id, kind, party_ids, confirmed_point, at)
     SELECT $1, v.id, 'mailbox-code', ARRAY[$4::uuid], true, $2 FROM conversation v WHERE v.public_id = $3`,
    [newId(now), now, chat.conversationId, await partyOf(house, key)],
  );
  const { channelData } = await chat.say(letterCodeOf(house, key));
  if (channelData?.skranke?.level !== 'substantial') throw new Error(`${key} is not proven`);
};

/** The row of a sample person, found by the code of her letter as the desk finds it. */
export const partyOf = async (house: MainHouse, key: string): Promise<string> => {
  const index = blindIndex('letter-code', letterCodeOf(house, key), house.settings.SKRANKE_INDEX_KEY);
  const [row] = await house.source.query<{ id: string }[]>(
    'SELECT party_id AS id FROM letter_code WHERE code_index = $1',
    [index],
  );
  if (row === undefined) throw new Error(`nobody is ${key}`);
  return row.id;
};

export const letterCodeOf = (house: MainHouse, key: string): string =>
  loadSampleWorld(house.settings.configDirectory).people.find((one) => one.key === key)?.claims[0]?.letterCode ?? '';

/** Files by mail, as the intake does after it has parsed and screened one. */
export const fileByMail = async (
  house: MainHouse,
  text: string,
  from: string | null = 'noen@example.no',
): Promise<FiledCase & { readonly mailId: string }> => {
  const now = new Date();
  const mailId = newId(now);
  const { conversationId } = await house.app
    .get(MailThreadsService, { strict: false })
    .open(from === null ? null : seal(from), now);
  const raw = `From: ${from ?? 'a@b.no, c@d.no'}\r\nTo: post@fjordvakt.example\r\nSubject: Om saken\r\nMessage-ID: <${mailId}@example.no>\r\n\r\n${text}\r\n`;
  await house.source.query(
    `INSERT INTO inbound_mail (id, mailbox, uidvalidity, uid, received_at, size, content_hash, raw, state, conversation_id)
     VALUES ($1, 'INBOX', 1, $2, $3, $4, '\\x00', $5, 'filed', $6)`,
    [
      mailId,
      Math.floor(Math.random() * 1e9),
      now,
      raw.length,
      await house.app.get(VaultService).hideBytes(
        Buffer.from(raw),
        { kind: 'mail', id: mailId },
        {
          table: 'inbound_mail',
          column: 'raw',
          row: mailId,
        },
      ),
      conversationId,
    ],
  );
  await house.app.get(ConversationService, { strict: false }).take({
    channel: 'mail',
    conversationId,
    clientId: randomUUID(),
    receivedAt: now,
    text: seal(text),
    language: null,
    event: null,
    mail: {
      inboundMailId: mailId,
      from: from === null ? null : seal(from),
      subject: seal('Om saken'),
      messageId: null,
      answerable: true,
      aligned: false,
      attachments: 0,
      othersAddressed: false,
    },
  });
  return { ...(await newestCase(house, `v.id = '${conversationId}'`)), mailId };
};

const newestCase = async (house: MainHouse, where: string): Promise<FiledCase> => {
  const [row] = await house.source.query<FiledCase[]>(
    `SELECT c.id, c.queue, v.id AS "conversationId" FROM desk_case c JOIN conversation v ON v.id = c.conversation_id
      WHERE ${where} ORDER BY c.received_at DESC, c.id DESC LIMIT 1`,
  );
  if (row === undefined) throw new Error('nothing was filed');
  return row;
};
