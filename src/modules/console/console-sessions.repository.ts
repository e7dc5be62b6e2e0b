import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Caseworker } from '../casework/caseworker.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';

const minuteMs = 60_000;

/** A session that has just begun: its token is told once, to the one who signed in. */
export type Begun = { readonly token: string; readonly worker: Caseworker };

/**
 * Who is signed in. The token itself is kept nowhere; a session is found by its hash. Its life is wall time, whatever
 * the desk's clock says, and ends at once with the caseworker's account (I11).
 */
@Injectable()
export class ConsoleSessionsRepository {
  constructor(
    private readonly source: DataSource,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  /** @returns the token of a new session; null for somebody who does not work here */
  async begin(caseworkerId: string): Promise<Begun | null> {
    const now = new Date();
    const token = randomBytes(32).toString('base64url');
    const expires = new Date(now.getTime() + this.policy.assurance.console.hours * 60 * minuteMs);
    const [worker] = await this.source.query<Caseworker[]>(
      `WITH found AS (SELECT id, name, roles, absent_since IS NOT NULL AS absent FROM caseworker WHERE id = $1 AND disabled_at IS NULL),
       begun AS (
         INSERT INTO console_session (token_hash, caseworker_id, created_at, last_seen_at, expires_at)
         SELECT $2, id, $3, $3, $4 FROM found)
       SELECT * FROM found`,
      [caseworkerId, hashOf(token), now, expires],
    );
    return worker === undefined ? null : { token, worker };
  }

  /** Whose session this is, roles read afresh; null when it is over, idle, or she has left. */
  async find(token: string): Promise<Caseworker | null> {
    const now = new Date();
    const idleSince = new Date(now.getTime() - this.policy.assurance.console.idleMinutes * minuteMs);
    const [worker] = await this.source.query<Caseworker[]>(
      `WITH seen AS (
         UPDATE console_session SET last_seen_at = $2 WHERE token_hash = $1 AND last_seen_at < $2::timestamptz - interval '1 minute'
            AND last_seen_at > $3 AND expires_at > $2)
       SELECT w.id, w.name, w.roles, w.absent_since IS NOT NULL AS absent
         FROM console_session s JOIN caseworker w ON w.id = s.caseworker_id
        WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3 AND w.disabled_at IS NULL`,
      [hashOf(token), now, idleSince],
    );
    return worker ?? null;
  }

  async end(token: string): Promise<void> {
    await this.source.query('DELETE FROM console_session WHERE token_hash = $1 OR expires_at < $2', [
      hashOf(token),
      new Date(),
    ]);
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();
