/** One connection to a real Dovecot, and everything that can happen between two commands. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ImapFlow } from 'imapflow';
import { imapOptions } from '../../src/mail/imap-options.js';
import type { FetchedMail } from '../../src/mail/inbound-mail.repository.js';
import type { Cursor } from '../../src/mail/mailbox-cursor.repository.js';
import { countUnaccounted, readNew, type MailStore } from '../../src/mail/mailbox-reader.service.js';
import { startDovecot, type Dovecot } from '../world/dovecot.js';
import { rawMail } from '../world/mails.js';
import { describeWith } from '../world/needs.js';

const minute = 60_000;

/** A store in memory, with a door for mishaps. */
class Memory implements MailStore {
  readonly mails = new Map<number, FetchedMail>();
  at: Cursor | null = null;
  before: (() => Promise<void>) | null = null;
  refused: (mail: FetchedMail) => boolean = () => false;

  cursor = (): Promise<Cursor | null> => Promise.resolve(this.at);
  stored = async (_: bigint, uids: readonly number[]): Promise<ReadonlySet<number>> => {
    const mishap = this.before;
    this.before = null;
    await mishap?.();
    return new Set(uids.filter((uid) => this.mails.has(uid)));
  };
  store = (mail: FetchedMail): Promise<void> => {
    if (this.refused(mail)) return Promise.reject(new Error('the database is away'));
    this.mails.set(mail.uid, mail);
    return Promise.resolve();
  };
  advance = (cursor: Cursor): Promise<void> => {
    this.at = cursor;
    return Promise.resolve();
  };
}

let dovecot: Dovecot;
let client: ImapFlow;

const connect = async (): Promise<ImapFlow> => {
  const settings = {
    IMAP_HOST: '127.0.0.1',
    IMAP_PORT: dovecot.port,
    IMAP_TLS: false,
    IMAP_USER: dovecot.name,
    IMAP_PASSWORD: dovecot.password,
  };
  const one = new ImapFlow(imapOptions(settings as Parameters<typeof imapOptions>[0]));
  one.on('error', () => undefined);
  await one.connect();
  await one.mailboxOpen('INBOX');
  return one;
};
const deliver = async (many: number): Promise<void> => {
  for (let at = 1; at <= many; at += 1)
    await dovecot.deliver(rawMail({ 'Message-ID': `<${String(at)}@x.no>` }, `Nummer ${String(at)}`));
};

describeWith('dovecot', 'a reader of a mailbox', () => {
  beforeEach(async () => {
    dovecot = await startDovecot();
    await deliver(5);
    client = await connect();
  }, minute);

  afterEach(async () => {
    client.close();
    await dovecot.remove();
  }, minute);

  it('takes everything, marks it as read and goes on behind it', async () => {
    const store = new Memory();
    await readNew(client, 'INBOX', store);
    expect([...store.mails.keys()]).toEqual([1, 2, 3, 4, 5]);
    expect(store.at?.uidnext).toBe(6);
    expect(store.mails.get(3)?.raw.toString()).toContain('Nummer 3');
    expect(await client.search({ seen: false }, { uid: true })).toEqual([]);
  });

  it('counts a mail that vanished between listing and fetching, and takes the others [F07]', async () => {
    const store = new Memory();
    store.before = async () => {
      await dovecot.asAnother(async (other) => other.messageDelete('2', { uid: true }));
      await client.noop();
    };
    await readNew(client, 'INBOX', store);
    expect([...store.mails.keys()]).toEqual([1, 3, 4, 5]);
    expect(store.at?.uidnext).toBe(6);
  });

  it('does not pass a mail it could not store, and takes it next time [F07, E46]', async () => {
    const store = new Memory();
    store.refused = ({ uid }) => uid === 3;
    await expect(readNew(client, 'INBOX', store)).rejects.toThrow('the database is away');
    expect(store.at).toBeNull();
    store.refused = () => false;
    client.close();
    client = await connect();
    await readNew(client, 'INBOX', store);
    expect([...store.mails.keys()].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(store.at?.uidnext).toBe(6);
  });

  it('reads no mail twice when it was cut off before it could say how far it had come', async () => {
    const store = new Memory();
    await readNew(client, 'INBOX', store);
    store.at = null;
    let again = 0;
    store.refused = () => {
      again += 1;
      return false;
    };
    await readNew(client, 'INBOX', store);
    expect(again).toBe(0);
    expect(store.at).toMatchObject({ uidnext: 6 });
  });

  it('moves nothing on when there is nothing new, and nothing back', async () => {
    const store = new Memory();
    await readNew(client, 'INBOX', store);
    const before = store.at;
    await readNew(client, 'INBOX', store);
    expect(store.at).toEqual(before);
  });

  it(
    'keeps the beginning of a mail that is larger than it stores, and its true size [E17]',
    async () => {
      await dovecot.deliver(
        Buffer.concat([rawMail({ 'Message-ID': '<big@x.no>' }, ''), Buffer.alloc(27 * 1024 * 1024, 'a\n')]),
      );
      const store = new Memory();
      await client.noop();
      await readNew(client, 'INBOX', store);
      const big = store.mails.get(6);
      expect(big?.raw.length).toBe(25 * 1024 * 1024);
      expect(big?.size).toBeGreaterThan(27 * 1024 * 1024);
    },
    minute,
  );

  it('finds out what has no row, and not what only just came in', async () => {
    const store = new Memory();
    await readNew(client, 'INBOX', store);
    expect(await countUnaccounted(client, 'INBOX', store)).toBe(0);
    await deliver(2);
    await client.noop();
    expect(await countUnaccounted(client, 'INBOX', store)).toBe(0);
    store.mails.delete(2);
    expect(await countUnaccounted(client, 'INBOX', store)).toBe(1);
  });
});
