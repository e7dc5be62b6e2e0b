import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../policy/phrases.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import type { Undelivered } from './delivery-watcher.js';
import { DESK_ADDRESS, type DeskAddress } from './desk-address.js';
import { makeMessageId } from './message-id.js';
import type { OutgoingKind } from './outgoing.js';

/** Whom and what a message was about. */
export type About = {
  readonly partyId: string | null;
  readonly caseId: string | null;
  readonly conversationId: string | null;
  readonly language: Language;
};

/** What became of messages after they left the desk's hands. */
@Injectable()
export class EndedMessagesRepository {
  constructor(
    private readonly source: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DESK_ADDRESS) private readonly desk: DeskAddress,
  ) {}

  /** One of our own messages that did not arrive, by its random name; null for any other. */
  async failed(uuid: string): Promise<Omit<Undelivered, 'outcome'> | null> {
    const [row] = await this.source.query<Omit<Undelivered, 'outcome'>[]>(
      `SELECT id, kind, channel, conversation_id AS "conversationId" FROM outgoing_message
        WHERE message_id = $1 AND state = 'failed'`,
      [makeMessageId(uuid, this.settings.SKRANKE_MAC_KEY, this.desk.domain)],
    );
    return row ?? null;
  }

  /** Messages of these kinds that did not arrive, or may not have, and of which no case tells. */
  async endedSince(kinds: readonly OutgoingKind[], since: Date): Promise<readonly string[]> {
    const rows = await this.source.query<{ readonly id: string }[]>(
      `SELECT m.id FROM outgoing_message m
        WHERE m.state IN ('uncertain', 'failed', 'expired') AND m.kind = ANY($1) AND m.created_at > $2
          AND NOT EXISTS (SELECT 1 FROM desk_case c WHERE c.business_key = 'undelivered:' || m.id)`,
      [kinds, since],
    );
    return rows.map(({ id }) => id);
  }

  /** Whom and what a message was about, as its decision says. */
  async aboutOf(id: string): Promise<About | null> {
    const [row] = await this.source.query<About[]>(
      `SELECT j.party_id AS "partyId", j.case_id AS "caseId", m.conversation_id AS "conversationId",
              coalesce(v.language, 'nb') AS language
         FROM outgoing_message m JOIN journal_entry j ON j.id = m.decision_id
         LEFT JOIN conversation v ON v.id = m.conversation_id
        WHERE m.id = $1`,
      [id],
    );
    return row ?? null;
  }
}
