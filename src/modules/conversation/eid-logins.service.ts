import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClockService } from '../database/clock.service.js';
import { newPublicId } from '../database/new-id.service.js';
import { seal } from '../disclosure/sealed.js';
import { EidLoginsRepository, type EidResult } from '../identity/eid-logins.repository.js';
import { ConversationService } from './conversation.service.js';
import { conversationColumns, type ConversationRow } from './session-row.js';

const minuteMs = 60_000;
/** As long as a person needs for her eID, and no longer (minutes). */
export const loginMinutes = 10;

/** How a login ended, as the door tells it. */
export type LoginResult = EidResult;

/** A login that has come back to the conversation that began it. */
export type ReturnedLogin = { readonly id: string; readonly row: ConversationRow };

/** Begins logins for a conversation and lets it hear how they ended. No other conversation ever hears of them. */
@Injectable()
export class EidLoginsService {
  constructor(
    private readonly source: DataSource,
    private readonly logins: EidLoginsRepository,
    private readonly conversations: ConversationService,
    private readonly clock: ClockService,
  ) {}

  /** @param now  wall time, as everything about a token */
  async begin(row: ConversationRow, stateIndex: Buffer, now: Date): Promise<void> {
    await this.source.transaction(async (tx) => {
      const expiresAt = new Date(now.getTime() + loginMinutes * minuteMs);
      await this.logins.begin(tx, { conversationId: row.id, stateIndex }, now, expiresAt);
    });
  }

  /** @returns null when there is no such login, it is over, came back before, or its conversation has ended */
  async spend(stateIndex: Buffer, now: Date): Promise<ReturnedLogin | null> {
    const login = await this.logins.spend(this.source.manager, stateIndex, now);
    const row = login === null ? null : await this.conversation(login.conversationId);
    return login === null || row === null ? null : { id: login.id, row };
  }

  /** Writes down how it ended; the conversation goes on with it at once. @returns the conversation as it then stands */
  async settle({ id, row }: ReturnedLogin, result: LoginResult): Promise<ConversationRow> {
    await this.logins.settle(this.source.manager, id, result);
    await this.conversations.take({
      channel: 'chat',
      conversationId: row.id,
      clientId: newPublicId(),
      receivedAt: this.clock.now(),
      text: seal(''),
      language: row.language,
      event: { name: 'eid', value: id },
      mail: null,
    });
    return (await this.conversation(row.id)) ?? row;
  }

  private async conversation(id: string): Promise<ConversationRow | null> {
    const [row] = await this.source.query<ConversationRow[]>(
      `SELECT ${conversationColumns} FROM conversation WHERE id = $1 AND channel = 'chat' AND owner <> 'closed'`,
      [id],
    );
    return row ?? null;
  }
}
