import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId, newPublicId } from '../database/new-id.service.js';
import { runPrepared, type Prepared } from '../database/prepared.service.js';
import { open } from '../disclosure/open.js';
import { store } from '../disclosure/reply.js';
import { seal } from '../disclosure/sealed.js';
import { VaultService } from '../disclosure/vault.service.js';
import { purposes } from '../policy/purpose.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import type { InboundMessage } from './inbound-message.js';
import type { Outcome } from './outcome.js';
import type { ConversationRow } from './session-row.js';

/** Journal, message, answer, state and wake-up of one turn: one statement, since most turns are nothing else. */
const writeTurn: Prepared = {
  name: 'write-turn',
  text: `
    WITH told AS (
      INSERT INTO journal_entry (id, at, actor_kind, action, purpose, party_id, case_id, conversation_id, decision)
      VALUES ($1, $2, 'desk', 'turn', $3, $4, $5, $6, $7)),
    asked AS (
      INSERT INTO activity (conversation_id, seq, public_id, direction, client_id, body, decision_id, author, at)
      VALUES ($6, $8, $9, 'inbound', $10, $11, $1, 'person', $2)),
    answered AS (
      INSERT INTO activity (conversation_id, seq, public_id, direction, reply_to_seq, body, decision_id, mac, author, at)
      SELECT $6, $8::int + 1, $12::text, 'outbound', $8::int, $13::bytea, $1, $14::bytea, 'desk', $2
       WHERE $12::text IS NOT NULL),
    kept AS (
      UPDATE conversation
         SET last_seq = $8::int + CASE WHEN $12::text IS NULL THEN 0 ELSE 1 END, state = $15, language = $16, level = $17,
             last_activity_at = $2, token_epoch = token_epoch + CASE WHEN $18::boolean THEN 1 ELSE 0 END,
             epoch_changed_at = CASE WHEN $18 THEN $2 ELSE epoch_changed_at END,
             epoch_refreshed = CASE WHEN $18 THEN false ELSE epoch_refreshed END
       WHERE id = $6)
    SELECT pg_notify('conversation', $19)`,
};

export type Written = { readonly activityId: string; readonly decisionId: string };

/** Writes what every turn leaves behind. The journal row comes first: without it the answer has nothing to stand on. */
@Injectable()
export class TurnWriterRepository {
  constructor(
    private readonly vault: VaultService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async write(
    tx: EntityManager,
    row: ConversationRow,
    inbound: InboundMessage,
    outcome: Outcome,
    now: Date,
  ): Promise<Written> {
    const decisionId = newId(now);
    const asked = newPublicId();
    const answer =
      row.channel === 'chat' && outcome.reply !== null ? await this.answer(row, outcome.reply, decisionId) : null;
    await runPrepared(tx, writeTurn, [
      decisionId,
      now,
      purposes.answerOwnQuestion.id,
      outcome.partyId,
      outcome.cases[0]?.id ?? null,
      row.id,
      recordOf(outcome),
      row.lastSeq + 1,
      asked,
      inbound.clientId,
      await this.hide(row, 'activity', 'body', asked, open(inbound.text)),
      answer?.publicId ?? null,
      answer?.body ?? null,
      answer?.mac ?? null,
      await this.hide(row, 'conversation', 'state', row.id, JSON.stringify(outcome.flow)),
      outcome.language,
      outcome.level,
      row.channel === 'chat' && outcome.level !== row.level,
      row.id,
    ]);
    return { activityId: asked, decisionId };
  }

  private async answer(row: ConversationRow, reply: NonNullable<Outcome['reply']>, decisionId: string) {
    const publicId = newPublicId();
    const { serialised, mac } = store(reply, decisionId, this.settings.SKRANKE_MAC_KEY);
    return { publicId, body: await this.hide(row, 'activity', 'body', publicId, serialised), mac };
  }

  private async hide(
    row: ConversationRow,
    table: string,
    column: string,
    place: string,
    text: string,
  ): Promise<Buffer> {
    return this.vault.hide(seal(text), { kind: 'conversation', id: row.id }, { table, column, row: place });
  }
}

/** What was told, meant and filed, by name and id: never a value. */
const recordOf = (outcome: Outcome): Readonly<Record<string, unknown>> => ({
  ...outcome.record,
  level: outcome.level,
  meant: outcome.meant,
  filed: outcome.cases.map((one) => ({ id: one.id, queue: one.queue, intent: one.intent })),
  confirmed: outcome.confirm,
});
