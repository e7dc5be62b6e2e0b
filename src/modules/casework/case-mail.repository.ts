import { Inject, Injectable, Optional } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Sealed } from '../disclosure/sealed.js';
import { VaultService } from '../disclosure/vault.service.js';
import { isUuid } from '../values/ids.js';
import type { StoredMail } from './case-file.js';
import { MAIL_READER, type MailReader } from './mail-reader.js';

type MailRow = {
  readonly state: string;
  readonly reason: string | null;
  readonly raw: Buffer | null;
  readonly conversationId: string | null;
  readonly sender: Buffer | null;
};

/** The mails cases came by: shown, fetched as they came, given back to the intake. */
@Injectable()
export class CaseMailRepository {
  constructor(
    private readonly vault: VaultService,
    @Optional() @Inject(MAIL_READER) private readonly reader: MailReader | null = null,
  ) {}

  async shown(tx: EntityManager, id: string): Promise<StoredMail | null> {
    const [row] = await tx.query<MailRow[]>(
      `SELECT m.state, m.reason, m.conversation_id AS "conversationId", v.sender
         FROM inbound_mail m LEFT JOIN conversation v ON v.id = m.conversation_id WHERE m.id = $1`,
      [id],
    );
    if (row === undefined) return null;
    const raw = this.reader === null ? null : await this.raw(tx, id);
    return {
      id,
      state: row.state,
      reason: row.reason,
      from: await this.vault.show(row.sender, {
        table: 'conversation',
        column: 'sender',
        row: row.conversationId ?? '',
      }),
      read: raw === null || this.reader === null ? null : await this.reader.read(raw),
    };
  }

  /** The bytes as they came; null once their key is destroyed. */
  async raw(tx: EntityManager, id: string): Promise<Buffer | null> {
    const [row] = await tx.query<Pick<MailRow, 'raw'>[]>('SELECT raw FROM inbound_mail WHERE id = $1', [id]);
    return this.vault.showBytes(row?.raw ?? null, { table: 'inbound_mail', column: 'raw', row: id });
  }

  /** The Message-ID of the mail a case came by; null where there is none, or nobody here reads mail. */
  async messageIdOf(tx: EntityManager, caseId: string): Promise<Sealed<string> | null> {
    if (this.reader === null || !isUuid(caseId)) return null;
    const [row] = await tx.query<{ id: string | null }[]>('SELECT inbound_mail_id AS id FROM desk_case WHERE id = $1', [
      caseId,
    ]);
    const raw = row?.id == null ? null : await this.raw(tx, row.id);
    return raw === null ? null : ((await this.reader.read(raw))?.messageId ?? null);
  }

  /** The cases a mail brought, in the queues a caseworker clears. */
  async casesOf(
    tx: EntityManager,
    id: string,
    queues: readonly string[],
  ): Promise<readonly { readonly id: string; readonly partyId: string | null }[]> {
    return tx.query<{ id: string; partyId: string | null }[]>(
      `SELECT id, party_id AS "partyId" FROM desk_case WHERE inbound_mail_id = $1 AND queue = ANY($2) ORDER BY received_at, id`,
      [id, queues],
    );
  }

  /** Lets the intake work on a mail again from the start. @returns whether there was anything to give back */
  async reprocess(tx: EntityManager, id: string): Promise<boolean> {
    const rows = await tx.query<{ id: string }[]>(
      `WITH again AS (
         UPDATE inbound_mail SET state = 'stored', reason = NULL, attempts = 0, lease_until = NULL
          WHERE id = $1 AND state IN ('unreadable', 'quarantined', 'ignored') AND raw IS NOT NULL RETURNING id)
       SELECT id, pg_notify('inbound_mail', id::text) FROM again`,
      [id],
    );
    return rows.length > 0;
  }
}
