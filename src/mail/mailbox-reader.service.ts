import { ImapFlow } from 'imapflow';
import { SkrankeError } from '../modules/values/errors.js';
import { nextUid } from './contiguous.js';
import type { FetchedMail } from './inbound-mail.repository.js';
import type { Cursor } from './mailbox-cursor.repository.js';

/** What reading needs of the database: each mail is committed by `store` before it is counted. */
export type MailStore = {
  readonly cursor: () => Promise<Cursor | null>;
  readonly stored: (uidvalidity: bigint, uids: readonly number[]) => Promise<ReadonlySet<number>>;
  readonly store: (mail: FetchedMail) => Promise<void>;
  readonly advance: (cursor: Cursor) => Promise<void>;
};

const batchSize = 50;
const largestStored = 25 * 1024 * 1024;

/**
 * Reads everything new in the open mailbox, oldest first. A mail that vanished between listing and fetching is
 * accounted for; one that is there and did not come is a gap the cursor does not pass.
 * @throws SKR_MAILBOX_UNREACHABLE for every command the server refused
 * @source mail.md 1-3; E44, F07, F08
 */
export const readNew = async (client: ImapFlow, mailbox: string, store: MailStore): Promise<void> => {
  const uidvalidity = uidValidityOf(client);
  const cursor = await store.cursor();
  const known = cursor?.uidvalidity === uidvalidity ? cursor.uidnext : 1;
  const listed = (await listUids(client, `${known}:*`)).filter((uid) => uid >= known);
  let from = known;
  let whole = true;
  for (let at = 0; at < listed.length; at += batchSize) {
    const batch = listed.slice(at, at + batchSize);
    const accounted = await readBatch(client, { mailbox, uidvalidity }, batch, store);
    if (whole) from = nextUid(from, batch, accounted);
    whole &&= from > (batch.at(-1) ?? 0);
    await store.advance({ uidvalidity, uidnext: from });
    await markSeen(
      client,
      batch.filter((uid) => accounted.has(uid)),
    );
  }
  if (listed.length === 0 && cursor?.uidvalidity !== uidvalidity) await store.advance({ uidvalidity, uidnext: 1 });
};

/**
 * How many mails the server has that have no row: 0 unless something was lost. Mail that comes in meanwhile is read
 * first, and only what is missing then as well counts.
 */
export const countUnaccounted = async (client: ImapFlow, mailbox: string, store: MailStore): Promise<number> => {
  const missing = await unaccounted(client, store);
  if (missing.length === 0) return 0;
  await readNew(client, mailbox, store);
  const still = new Set(await unaccounted(client, store));
  return missing.filter((uid) => still.has(uid)).length;
};

const unaccounted = async (client: ImapFlow, store: MailStore): Promise<readonly number[]> => {
  const uids = await listUids(client, '1:*');
  const stored = await store.stored(uidValidityOf(client), uids);
  return uids.filter((uid) => !stored.has(uid));
};

const uidValidityOf = (client: ImapFlow): bigint => {
  if (client.mailbox === false) throw unreachable('no mailbox is open');
  return client.mailbox.uidValidity;
};

/** The uids of the batch that are stored, or that the server has no more. */
const readBatch = async (
  client: ImapFlow,
  where: { readonly mailbox: string; readonly uidvalidity: bigint },
  batch: readonly number[],
  store: MailStore,
): Promise<ReadonlySet<number>> => {
  const before = await store.stored(where.uidvalidity, batch);
  const wanted = batch.filter((uid) => !before.has(uid));
  if (wanted.length === 0) return before;
  const query = { uid: true, size: true, internalDate: true, source: { start: 0, maxLength: largestStored } } as const;
  for await (const message of client.fetch(wanted.join(','), query, { uid: true })) {
    // No other command may be sent inside this loop: imapflow would wait for itself.
    if (message.source === undefined || !wanted.includes(message.uid)) continue;
    const { uid, source } = message;
    await store.store({
      ...where,
      uid,
      raw: source,
      size: message.size ?? source.length,
      receivedAt: dateOf(message.internalDate),
    });
  }
  const after = await store.stored(where.uidvalidity, batch);
  const missing = batch.filter((uid) => !after.has(uid));
  if (missing.length === 0) return after;
  const still = new Set(await listUids(client, missing.join(',')));
  return new Set([...after, ...missing.filter((uid) => !still.has(uid))]);
};

const dateOf = (date: Date | string | undefined): Date => {
  const read = new Date(date ?? Number.NaN);
  return Number.isNaN(read.getTime()) ? new Date() : read;
};

const listUids = async (client: ImapFlow, range: string): Promise<readonly number[]> => {
  const uids = await client.search({ uid: range }, { uid: true });
  if (uids === false || uids === undefined) throw unreachable('the mailbox could not be listed');
  return [...uids].sort((a, b) => a - b);
};

/** Only now, with all of them committed: whoever looks into the mailbox sees what the desk has. */
const markSeen = async (client: ImapFlow, uids: readonly number[]): Promise<void> => {
  if (uids.length === 0 || (client.mailbox !== false && client.mailbox.readOnly === true)) return;
  const marked = await client.messageFlagsAdd(uids.join(','), ['\\Seen'], { uid: true });
  if (!marked) throw unreachable('mails could not be marked as read');
};

const unreachable = (detail: string): SkrankeError => new SkrankeError('SKR_MAILBOX_UNREACHABLE', detail);
