import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { blindIndex } from '../disclosure/blind-index.js';
import { open } from '../disclosure/open.js';
import { seal, type Sealed } from '../disclosure/sealed.js';
import { VaultService } from '../disclosure/vault.service.js';
import { newId } from '../database/new-id.service.js';
import type { AssurancePolicy } from '../policy/assurance.schema.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { codeHash, type Challenge } from './try-code.js';

/** A code that waits to be sent to whoever has the typed address, if anybody has. */
export type RequestedCode = {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: 'email' | 'phone';
  readonly target: Sealed<string>;
  readonly targetIndex: Buffer;
  readonly code: Sealed<string>;
  readonly createdAt: Date;
};

/** What the worker found. @property confirmedPoint  everybody who has the point has it confirmed by letter or eID */
export type Found = { readonly partyIds: readonly string[]; readonly confirmedPoint: boolean };

const minuteMs = 60_000;

/** The codes of sessions. A request handler writes rows of one fixed shape here; only the worker looks anybody up. */
@Injectable()
export class ChallengesRepository {
  constructor(
    private readonly vault: VaultService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Makes the row and wakes the worker; every earlier code of the session is dead from now on. */
  async request(
    tx: EntityManager,
    asked: { conversationId: string; kind: 'email' | 'phone'; target: Sealed<string>; code: string },
    policy: AssurancePolicy,
    now: Date,
  ): Promise<void> {
    const id = newId(now);
    const owner = { kind: 'conversation', id: asked.conversationId } as const;
    const place = (column: string) => ({ table: 'challenge', column, row: id });
    const key = this.settings.SKRANKE_INDEX_KEY;
    await tx.query(
      `UPDATE challenge SET state = 'replaced', code = NULL WHERE conversation_id = $1 AND state IN ('requested', 'sent', 'dropped')`,
      [asked.conversationId],
    );
    await tx.query(
      `INSERT INTO challenge (id, conversation_id, purpose, kind, target, target_index, code, code_hash, state, created_at, expires_at)
       VALUES ($1, $2, 'prove-identity', $3, $4, $5, $6, $7, 'requested', $8, $9)`,
      [
        id,
        asked.conversationId,
        asked.kind,
        await this.vault.hide(asked.target, owner, place('target')),
        blindIndex(asked.kind, open(asked.target), key),
        await this.vault.hide(seal(asked.code), owner, place('code')),
        codeHash(asked.code, asked.conversationId, key),
        now,
        new Date(now.getTime() + policy.code.deliveryMinutes * minuteMs),
      ],
    );
    await tx.query(`SELECT pg_notify('challenge', $1)`, [id]);
  }

  /** The session's latest code that could still be typed, whatever became of it. */
  async latest(tx: EntityManager, conversationId: string): Promise<Challenge | null> {
    const [row] = await tx.query<Challenge[]>(
      `SELECT id, kind, code_hash AS "codeHash", tries, party_ids AS "partyIds", confirmed_point AS "confirmedPoint", expires_at AS "expiresAt"
         FROM challenge WHERE conversation_id = $1 AND purpose = 'prove-identity'
          AND state IN ('requested', 'sent', 'dropped') ORDER BY created_at DESC, id DESC LIMIT 1`,
      [conversationId],
    );
    return row ?? null;
  }

  /** Counts a wrong try, or uses the code up and keeps the proof. */
  async settleTry(tx: EntityManager, challengeId: string, right: boolean): Promise<void> {
    await tx.query(
      `UPDATE challenge SET tries = tries + 1, state = CASE WHEN $2 THEN 'used' ELSE state END WHERE id = $1`,
      [challengeId, right],
    );
  }

  /** Takes the next code that waits, for this worker alone; the lock is held by the caller's transaction. */
  async nextRequested(tx: EntityManager): Promise<RequestedCode | null> {
    const [row] = await tx.query<RequestedRow[]>(
      `SELECT id, conversation_id AS "conversationId", kind, target, target_index AS "targetIndex", code, created_at AS "createdAt"
         FROM challenge WHERE state = 'requested' ORDER BY created_at FOR UPDATE SKIP LOCKED LIMIT 1`,
    );
    if (row === undefined) return null;
    const place = (column: string) => ({ table: 'challenge', column, row: row.id });
    const target = await this.vault.show(row.target, place('target'));
    const code = await this.vault.show(row.code, place('code'));
    return { ...row, target: target ?? seal(''), code: code ?? seal('') };
  }

  /** Writes down what the look-up found. The code's text goes either way. */
  async looked(tx: EntityManager, challengeId: string, found: Found): Promise<void> {
    await tx.query(
      `UPDATE challenge SET state = $2, party_ids = $3, confirmed_point = $4, code = NULL, target = NULL WHERE id = $1`,
      [challengeId, found.partyIds.length > 0 ? 'sent' : 'dropped', found.partyIds, found.confirmedPoint],
    );
  }

  /**
   * Whether one more code may go to this address or number, by the hour and the day before now. Whoever asks in
   * another transaction meanwhile waits until this one has written what it sends.
   * @source confidentiality "Codes"; E16
   */
  async mayGoTo(tx: EntityManager, targetIndex: Buffer, { code }: AssurancePolicy, now: Date): Promise<boolean> {
    await tx.query(
      `SELECT pg_advisory_xact_lock(('x' || encode(substring($1::bytea FROM 1 FOR 8), 'hex'))::bit(64)::bigint)`,
      [targetIndex],
    );
    const [row] = await tx.query<{ hour: number; day: number }[]>(
      `SELECT count(*) FILTER (WHERE created_at > $3)::int AS hour, count(*)::int AS day
         FROM challenge WHERE target_index = $1 AND created_at > $2 AND cardinality(party_ids) > 0`,
      [targetIndex, new Date(now.getTime() - 1440 * minuteMs), new Date(now.getTime() - 60 * minuteMs)],
    );
    return (row?.hour ?? 0) < code.perTargetHour && (row?.day ?? 0) < code.perTargetDay;
  }

  /** Whether wrong codes stay under what is allowed: for these people in a day, and for everybody in an hour (the breaker). */
  async fewFailures(
    tx: EntityManager,
    partyIds: readonly string[],
    policy: AssurancePolicy,
    now: Date,
  ): Promise<boolean> {
    const [row] = await tx.query<{ hers: string | null; all: string | null }[]>(
      `SELECT sum(wrong) FILTER (WHERE party_ids && $1::uuid[]) AS hers, sum(wrong) FILTER (WHERE created_at > $3) AS all
         FROM (SELECT party_ids, created_at, tries - (state = 'used')::int AS wrong FROM challenge WHERE created_at > $2 AND tries > 0) tried`,
      [partyIds, new Date(now.getTime() - 1440 * minuteMs), new Date(now.getTime() - 60 * minuteMs)],
    );
    return (
      Number(row?.hers ?? 0) < policy.code.failuresPerDebtorDay &&
      Number(row?.all ?? 0) < policy.code.failuresPerHourBreaker
    );
  }
}

type RequestedRow = {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: 'email' | 'phone';
  readonly target: Buffer | null;
  readonly targetIndex: Buffer;
  readonly code: Buffer | null;
  readonly createdAt: Date;
};
