import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Place } from '../disclosure/cipher.js';
import { VaultService } from '../disclosure/vault.service.js';
import type { StoredLine } from './case-file.js';
import type { CaseConversation } from './case-scene.js';

type LineRow = Omit<StoredLine, 'body'> & { readonly id: string; readonly body: Buffer | null };

const mostLines = 500;

/** Reads what was said in a conversation, oldest first. What we sent by mail stands in the outbox. */
@Injectable()
export class TranscriptRepository {
  constructor(private readonly vault: VaultService) {}

  /** The newest lines; in a mail thread they are numbered as they came, in a chat they keep their own numbers. */
  async of(tx: EntityManager, conversation: CaseConversation): Promise<readonly StoredLine[]> {
    const said = await this.lines(tx, conversation.id);
    if (conversation.channel === 'chat') return said;
    const sent = await this.sent(tx, conversation.id);
    const all = [...said, ...sent].sort((a, b) => a.at.getTime() - b.at.getTime());
    return all.map((line, at) => ({ ...line, seq: at + 1 }));
  }

  private async lines(tx: EntityManager, conversationId: string): Promise<readonly StoredLine[]> {
    const rows = await tx.query<LineRow[]>(
      `SELECT * FROM (SELECT public_id AS id, seq, author, at, body FROM activity WHERE conversation_id = $1
        ORDER BY seq DESC LIMIT ${String(mostLines)}) newest ORDER BY seq`,
      [conversationId],
    );
    return this.shown(rows, 'activity');
  }

  private async sent(tx: EntityManager, conversationId: string): Promise<readonly StoredLine[]> {
    const rows = await tx.query<LineRow[]>(
      `SELECT m.id, 0 AS seq, CASE j.actor_kind WHEN 'caseworker' THEN 'caseworker' ELSE 'desk' END AS author, m.created_at AS at, m.body
         FROM outgoing_message m JOIN journal_entry j ON j.id = m.decision_id
        WHERE m.conversation_id = $1 AND m.kind <> 'code' ORDER BY m.created_at LIMIT ${String(mostLines)}`,
      [conversationId],
    );
    return this.shown(rows, 'outgoing_message');
  }

  private async shown(rows: readonly LineRow[], table: string): Promise<readonly StoredLine[]> {
    await this.vault.warm(rows.map(({ body }) => body));
    return Promise.all(
      rows.map(async ({ id, seq, author, at, body }) => {
        const place: Place = { table, column: 'body', row: id };
        return { seq, author, at, body: await this.vault.show(body, place) };
      }),
    );
  }
}
