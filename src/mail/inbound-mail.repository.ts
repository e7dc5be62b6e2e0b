import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../modules/database/new-id.service.js';
import { blindIndex } from '../modules/disclosure/blind-index.js';
import type { Place } from '../modules/disclosure/cipher.js';
import { VaultService } from '../modules/disclosure/vault.service.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { contentHash, messageIdOf } from './content-hash.js';

/** What became of a mail; every state but `stored` is an end that a caseworker may undo. */
export type MailState = 'answered' | 'filed' | 'ignored' | 'quarantined' | 'unreadable' | 'duplicate';

/** A mail as the server gave it. @property size  of the whole, also where only its beginning was fetched */
export type FetchedMail = {
  readonly mailbox: string;
  readonly uidvalidity: bigint;
  readonly uid: number;
  readonly receivedAt: Date;
  readonly size: number;
  readonly raw: Uint8Array;
};

/** A stored mail taken out to be worked on; `attempts` counts this one. */
export type StoredMail = {
  readonly id: string;
  readonly receivedAt: Date;
  readonly size: number;
  readonly attempts: number;
  readonly conversationId: string | null;
};

export const mostAttempts = 3;

const leaseSeconds = 120; // a parse and a turn take seconds; a lease that runs out means the worker died

/** Every mail that ever came in, sealed under a key of its own, with what was decided about it. */
@Injectable()
export class InboundMailRepository {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Commits a raw mail before anything reads it. The same content under another number is kept as a `duplicate`
   * without its text (E44).
   * @returns whether the row is new
   */
  async store(mail: FetchedMail, now: Date): Promise<boolean> {
    const id = newId(now);
    const hash = contentHash(mail.raw, this.settings.SKRANKE_INDEX_KEY);
    const known = await this.isKnown(hash);
    const messageId = messageIdOf(mail.raw);
    const sealed = known ? null : await this.vault.hideBytes(mail.raw, { kind: 'mail', id }, rawPlace(id));
    const index = messageId === null ? null : blindIndex('message-id', messageId, this.settings.SKRANKE_INDEX_KEY);
    const stored = await this.source.query<{ readonly id: string }[]>(
      `WITH fresh AS (
         INSERT INTO inbound_mail (id, mailbox, uidvalidity, uid, received_at, size, content_hash, message_id_index, raw, state, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (mailbox, uidvalidity, uid) DO NOTHING RETURNING id)
       SELECT id, pg_notify('inbound_mail', id::text) FROM fresh`,
      [
        id,
        mail.mailbox,
        String(mail.uidvalidity),
        mail.uid,
        mail.receivedAt,
        mail.size,
        hash,
        index,
        sealed,
        known ? 'duplicate' : 'stored',
        known ? 'same-content' : null,
      ],
    );
    if (stored.length === 0 && sealed !== null) await this.vault.destroy({ kind: 'mail', id });
    return stored.length > 0;
  }

  /** Takes out the next mails to work on, those tried least first, so that a poisoned one blocks nobody (E46). */
  async next(now: Date, limit: number): Promise<readonly StoredMail[]> {
    const rows = await this.source.query<StoredRow[]>(
      `WITH due AS (
         SELECT id FROM inbound_mail
         WHERE state = 'stored' AND attempts < $3 AND (lease_until IS NULL OR lease_until <= $1)
         ORDER BY attempts, received_at, id LIMIT $2 FOR UPDATE SKIP LOCKED),
       leased AS (
         UPDATE inbound_mail m SET attempts = attempts + 1, lease_until = $1::timestamptz + make_interval(secs => $4)
         FROM due WHERE m.id = due.id RETURNING m.id, received_at, size, attempts, conversation_id)
       SELECT * FROM leased ORDER BY attempts, received_at, id`,
      [now, limit, mostAttempts, leaseSeconds],
    );
    return rows.map((row) => ({
      id: row.id,
      receivedAt: row.received_at,
      size: row.size,
      attempts: row.attempts,
      conversationId: row.conversation_id,
    }));
  }

  /** The mails that nobody could work on in three tries. */
  async exhausted(now: Date): Promise<readonly string[]> {
    const rows = await this.source.query<{ readonly id: string }[]>(
      `SELECT id FROM inbound_mail
       WHERE state = 'stored' AND attempts >= $2 AND (lease_until IS NULL OR lease_until <= $1)`,
      [now, mostAttempts],
    );
    return rows.map((row) => row.id);
  }

  /** The bytes as they came; null once their key is destroyed. */
  async raw(id: string): Promise<Buffer | null> {
    const [row] = await this.source.query<{ readonly raw: Buffer | null }[]>(
      'SELECT raw FROM inbound_mail WHERE id = $1',
      [id],
    );
    return this.vault.showBytes(row?.raw ?? null, rawPlace(id));
  }

  async mark(id: string, state: MailState, reason: string | null): Promise<void> {
    await this.source.query(
      `UPDATE inbound_mail SET state = $2, reason = $3, lease_until = NULL WHERE id = $1 AND state = 'stored'`,
      [id, state, reason],
    );
  }

  /** Remembers the conversation before the turn is taken, so that a second try does not open another. */
  async linkConversation(id: string, conversationId: string): Promise<void> {
    await this.source.query('UPDATE inbound_mail SET conversation_id = $2 WHERE id = $1', [id, conversationId]);
  }

  /** Gives a mail back after a try that failed; it is due again at `at`. */
  async retry(id: string, at: Date): Promise<void> {
    await this.source.query(`UPDATE inbound_mail SET lease_until = $2 WHERE id = $1 AND state = 'stored'`, [id, at]);
  }

  private async isKnown(hash: Buffer): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      `SELECT 1 FROM inbound_mail WHERE content_hash = $1 AND state <> 'duplicate' LIMIT 1`,
      [hash],
    );
    return rows.length > 0;
  }
}

const rawPlace = (row: string): Place => ({ table: 'inbound_mail', column: 'raw', row });

type StoredRow = {
  readonly id: string;
  readonly received_at: Date;
  readonly size: number;
  readonly attempts: number;
  readonly conversation_id: string | null;
};
