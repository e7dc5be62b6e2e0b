import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { newId } from '../database/new-id.service.js';
import type { Place } from '../disclosure/cipher.js';
import { store } from '../disclosure/reply.js';
import { seal, type Sealed } from '../disclosure/sealed.js';
import { VaultService, type KeyOwner } from '../disclosure/vault.service.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { SkrankeError } from '../values/errors.js';
import type { Undelivered } from './delivery-watcher.js';
import { DESK_ADDRESS, type DeskAddress } from './desk-address.js';
import { makeMessageId } from './message-id.js';
import type { OutgoingDraft, OutgoingKind } from './outgoing.js';
import { recipientIndex } from './recipient-index.js';

/** A message taken out for sending. `body` and `recipient` are null when their key was destroyed or they were altered. */
export type Leased = {
  readonly id: string;
  readonly kind: OutgoingKind;
  readonly channel: OutgoingDraft['channel'];
  readonly conversationId: string | null;
  readonly decisionId: string;
  readonly mac: Buffer;
  readonly body: Sealed<string> | null;
  readonly recipient: Sealed<string> | null;
  readonly inReplyTo: Sealed<string> | null;
  readonly messageId: string;
  readonly threadRef: string | null;
  readonly attempts: number;
};

/** Longer than any SMTP dialog: a lease that runs out means the process died. */
const leaseSeconds = 300;

/**
 * What waits to be sent and what became of it. A row is written in the transaction of its decision; whoever sends it
 * holds a lease, so that two workers never send the same one. A lease that runs out means the worker died: the message
 * goes out again under the same Message-ID, at most one duplicate a death.
 */
@Injectable()
export class OutboxRepository {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DESK_ADDRESS) private readonly desk: DeskAddress,
  ) {}

  /** Puts a message into the outbox in the caller's transaction; @returns its id. */
  async enqueue(tx: EntityManager, draft: OutgoingDraft, now: Date): Promise<string> {
    const id = newId(now);
    const owner: KeyOwner = { kind: 'message', id };
    const { serialised, mac } = store(draft.reply, draft.decisionId, this.settings.SKRANKE_MAC_KEY);
    const sealed = await Promise.all([
      this.vault.hide(draft.recipient, owner, place('recipient', id)),
      this.vault.hide(seal(serialised), owner, place('body', id)),
      draft.inReplyTo === null ? null : this.vault.hide(draft.inReplyTo, owner, place('in_reply_to', id)),
    ]);
    await tx.query(
      `INSERT INTO outgoing_message (id, decision_id, mac, channel, kind, conversation_id, challenge_id, recipient, body,
         in_reply_to, recipient_index, message_id, state, not_before, expires_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'queued', $13, $14, $13)`,
      [
        id,
        draft.decisionId,
        mac,
        draft.channel,
        draft.kind,
        draft.conversationId,
        draft.challengeId,
        ...sealed,
        recipientIndex(draft.channel, draft.recipient, this.settings.SKRANKE_INDEX_KEY),
        makeMessageId(randomUUID(), this.settings.SKRANKE_MAC_KEY, this.desk.domain),
        now,
        draft.expiresAt,
      ],
    );
    await tx.query(`SELECT pg_notify('outgoing', $1)`, [id]);
    return id;
  }

  /**
   * How many automatic answers one address was given since then. Two turns that ask for the same address wait for
   * each other, so ask in the transaction that will `enqueue` (E15).
   */
  async automaticSince(
    tx: EntityManager,
    index: Buffer,
    since: Date,
  ): Promise<{ readonly neutral: number; readonly crisis: number }> {
    await tx.query(
      `SELECT pg_advisory_xact_lock(('x' || encode(substring($1::bytea FROM 1 FOR 8), 'hex'))::bit(64)::bigint)`,
      [index],
    );
    const [row] = await tx.query<{ readonly neutral: number; readonly crisis: number }[]>(
      `SELECT count(*) FILTER (WHERE kind = 'neutral')::int AS neutral, count(*) FILTER (WHERE kind = 'crisis')::int AS crisis
         FROM outgoing_message WHERE recipient_index = $1 AND kind IN ('neutral', 'crisis') AND created_at > $2`,
      [index, since],
    );
    return row ?? { neutral: 0, crisis: 0 };
  }

  /** How many neutral answers went to anybody since then: what the global breaker looks at. */
  async neutralTotalSince(tx: EntityManager, since: Date): Promise<number> {
    const [row] = await tx.query<CountRow[]>(
      `SELECT count(*)::int AS n FROM outgoing_message WHERE kind = 'neutral' AND created_at > $1`,
      [since],
    );
    return row?.n ?? 0;
  }

  /** Takes out up to `limit` messages that are due, codes first. */
  async lease(channels: readonly OutgoingDraft['channel'][], now: Date, limit: number): Promise<readonly Leased[]> {
    const rows = await this.source.query<LeasedRow[]>(
      `WITH due AS (
         SELECT id FROM outgoing_message
         WHERE state = 'queued' AND not_before <= $2 AND expires_at > $2 AND channel = ANY($1)
           AND (lease_until IS NULL OR lease_until <= $2)
         ORDER BY (kind = 'code') DESC, not_before, id LIMIT $3 FOR UPDATE SKIP LOCKED),
       leased AS (
         UPDATE outgoing_message m SET lease_until = $2::timestamptz + make_interval(secs => $4), attempts = attempts + 1
         FROM due WHERE m.id = due.id RETURNING m.*)
       SELECT leased.*, c.thread_ref FROM leased LEFT JOIN conversation c ON c.id = leased.conversation_id
       ORDER BY (kind = 'code') DESC, not_before, leased.id`,
      [channels, now, limit, leaseSeconds],
    );
    await this.vault.warm(rows.map((row) => row.recipient));
    return Promise.all(rows.map((row) => this.leasedFrom(row)));
  }

  /** Sent: a code's text is wiped, and its life begins when the next mail server has it. */
  async markSent(id: string, at: Date, codeMinutes: number): Promise<void> {
    await this.source.query(
      `WITH sent AS (
         UPDATE outgoing_message SET state = 'sent', sent_at = $2::timestamptz, lease_until = NULL, phase = NULL,
           body = CASE WHEN kind = 'code' THEN NULL ELSE body END
         WHERE id = $1 AND state = 'queued' RETURNING challenge_id)
       UPDATE challenge SET accepted_at = $2::timestamptz, expires_at = $2::timestamptz + make_interval(mins => $3::int)
       FROM sent WHERE challenge.id = sent.challenge_id AND accepted_at IS NULL`,
      [id, at, codeMinutes],
    );
  }

  /** To be tried again, not before `notBefore`. */
  async again(id: string, phase: string, notBefore: Date): Promise<void> {
    await this.source.query(
      `UPDATE outgoing_message SET phase = $2, not_before = $3, lease_until = NULL WHERE id = $1 AND state = 'queued'`,
      [id, phase, notBefore],
    );
  }

  /** The far side may have it; only a person or a delivery report settles this. */
  async uncertain(id: string): Promise<void> {
    await this.end(id, 'uncertain', 'message-sent');
  }

  /** Never going to arrive. @param phase  where it ended, never what the far side said */
  async failed(id: string, phase: string): Promise<void> {
    await this.end(id, 'failed', phase);
  }

  /** Gives up what nobody is waiting for any more, and wipes it. */
  async expire(now: Date): Promise<readonly Undelivered[]> {
    const rows = await this.source.query<EndedRow[]>(
      `WITH ended AS (
         UPDATE outgoing_message SET state = 'expired', lease_until = NULL,
           body = CASE WHEN kind = 'code' THEN NULL ELSE body END
         WHERE state = 'queued' AND expires_at <= $1 AND (lease_until IS NULL OR lease_until <= $1)
         RETURNING id, kind, channel, conversation_id)
       SELECT * FROM ended`,
      [now],
    );
    return rows.map(({ id, kind, channel, conversation_id: conversationId }) => ({
      id,
      kind,
      channel,
      conversationId,
      outcome: 'expired',
    }));
  }

  /** A delivery report that carries our own keyed return path came back for this message (E36, E37). */
  async bounced(uuid: string): Promise<boolean> {
    const rows = await this.source.query<{ readonly id: string }[]>(
      `WITH bounced AS (
         UPDATE outgoing_message SET state = 'failed', phase = 'bounced'
         WHERE message_id = $1 AND state IN ('sent', 'uncertain') RETURNING id)
       SELECT id FROM bounced`,
      [makeMessageId(uuid, this.settings.SKRANKE_MAC_KEY, this.desk.domain)],
    );
    return rows.length > 0;
  }

  /** The same for a number or an address that does not exist; @returns where the message had gone, null for no message of ours. */
  async bouncedTo(
    tx: EntityManager,
    uuid: string,
  ): Promise<{ readonly kind: 'email' | 'phone'; readonly index: Buffer } | null> {
    const [row] = await tx.query<{ readonly kind: 'email' | 'phone'; readonly index: Buffer }[]>(
      `WITH bounced AS (
         UPDATE outgoing_message SET state = 'failed', phase = 'bounced'
         WHERE message_id = $1 AND state IN ('sent', 'uncertain') AND channel IN ('email', 'sms')
         RETURNING CASE channel WHEN 'sms' THEN 'phone' ELSE 'email' END AS kind, recipient_index AS index)
       SELECT kind, index FROM bounced`,
      [makeMessageId(uuid, this.settings.SKRANKE_MAC_KEY, this.desk.domain)],
    );
    return row ?? null;
  }

  /** The thread that one of our own mails belongs to. */
  async threadRefOf(uuid: string): Promise<string | null> {
    const [row] = await this.source.query<{ readonly thread_ref: string | null }[]>(
      `SELECT c.thread_ref FROM outgoing_message m JOIN conversation c ON c.id = m.conversation_id WHERE m.message_id = $1`,
      [makeMessageId(uuid, this.settings.SKRANKE_MAC_KEY, this.desk.domain)],
    );
    return row?.thread_ref ?? null;
  }

  /** Whether anything was put into the outbox for this conversation since then. */
  async hasAnswer(conversationId: string, since: Date): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      'SELECT 1 FROM outgoing_message WHERE conversation_id = $1 AND created_at >= $2 LIMIT 1',
      [conversationId, since],
    );
    return rows.length > 0;
  }

  private async end(id: string, state: 'uncertain' | 'failed', phase: string): Promise<void> {
    await this.source.query(
      `UPDATE outgoing_message SET state = $2, phase = $3, lease_until = NULL,
         body = CASE WHEN kind = 'code' THEN NULL ELSE body END
       WHERE id = $1 AND state = 'queued'`,
      [id, state, phase],
    );
  }

  private async leasedFrom(row: LeasedRow): Promise<Leased> {
    const [recipient, body, inReplyTo] = await Promise.all([
      this.shown(row.recipient, place('recipient', row.id)),
      this.shown(row.body, place('body', row.id)),
      this.shown(row.in_reply_to, place('in_reply_to', row.id)),
    ]);
    return {
      id: row.id,
      kind: row.kind,
      channel: row.channel,
      conversationId: row.conversation_id,
      decisionId: row.decision_id,
      mac: row.mac,
      body,
      recipient,
      inReplyTo,
      messageId: row.message_id,
      threadRef: row.thread_ref,
      attempts: row.attempts,
    };
  }

  /** Null where a ciphertext does not open in its place: one altered row fails alone and holds up no other. */
  private async shown(ciphertext: Buffer | null, at: Place): Promise<Sealed<string> | null> {
    try {
      return await this.vault.show(ciphertext, at);
    } catch (error) {
      if (error instanceof SkrankeError && error.code === 'SKR_SEAL_BROKEN') return null;
      throw error;
    }
  }
}

const place = (column: string, row: string): Place => ({ table: 'outgoing_message', column, row });

type CountRow = { readonly n: number };

type EndedRow = Pick<LeasedRow, 'id' | 'kind' | 'channel' | 'conversation_id'>;

type LeasedRow = {
  readonly id: string;
  readonly kind: OutgoingKind;
  readonly channel: OutgoingDraft['channel'];
  readonly conversation_id: string | null;
  readonly decision_id: string;
  readonly mac: Buffer;
  readonly body: Buffer | null;
  readonly recipient: Buffer | null;
  readonly in_reply_to: Buffer | null;
  readonly message_id: string;
  readonly thread_ref: string | null;
  readonly attempts: number;
};
