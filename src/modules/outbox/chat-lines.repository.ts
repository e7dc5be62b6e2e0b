import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newPublicId } from '../database/new-id.service.js';
import { store, type Reply } from '../disclosure/reply.js';
import { seal } from '../disclosure/sealed.js';
import { VaultService } from '../disclosure/vault.service.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';

/** A line of ours that no message of the person's brought about. @property seq  the next of the locked conversation */
export type NewLine = {
  readonly conversationId: string;
  readonly seq: number;
  readonly author: 'desk' | 'caseworker';
  readonly reply: Reply;
  readonly decisionId: string;
};

/** The chat's side of the outbox: what is written here the person's page reads by its number, so nothing is sent. */
@Injectable()
export class ChatLinesRepository {
  constructor(
    private readonly vault: VaultService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Appends a line in the caller's transaction and wakes the streams. It does not count as a sign of life of hers. */
  async append(tx: EntityManager, line: NewLine, now: Date): Promise<void> {
    const publicId = newPublicId();
    const { serialised, mac } = store(line.reply, line.decisionId, this.settings.SKRANKE_MAC_KEY);
    const body = await this.vault.hide(
      seal(serialised),
      { kind: 'conversation', id: line.conversationId },
      { table: 'activity', column: 'body', row: publicId },
    );
    await tx.query(
      `INSERT INTO activity (conversation_id, seq, public_id, direction, body, decision_id, mac, author, at)
       VALUES ($1, $2, $3, 'outbound', $4, $5, $6, $7, $8)`,
      [line.conversationId, line.seq, publicId, body, line.decisionId, mac, line.author, now],
    );
    await tx.query('UPDATE conversation SET last_seq = $2 WHERE id = $1', [line.conversationId, line.seq]);
    await tx.query(`SELECT pg_notify('conversation', $1)`, [line.conversationId]);
  }
}
