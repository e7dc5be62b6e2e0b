import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JournalRepository } from '../journal/journal.repository.js';
import { ChatLinesRepository } from '../outbox/chat-lines.repository.js';
import { OutboxRepository } from '../outbox/outbox.repository.js';
import type { OutgoingKind } from '../outbox/outgoing.js';
import type { Acted, Letter } from './act-outcome.js';
import type { CaseConversation, CaseScene } from './case-scene.js';
import type { By } from './caseworker.js';

const letterLifeMs = 5 * 86_400_000;

/** Puts a caseworker's words where the person wrote from, and sets who answers there from now on. */
@Injectable()
export class LetterSendingRepository {
  constructor(
    private readonly journal: JournalRepository,
    private readonly outbox: OutboxRepository,
    private readonly lines: ChatLinesRepository,
  ) {}

  /** @param decisionId  the journal's line of the act, which lets the letter go */
  async send(tx: EntityManager, scene: CaseScene, acted: Acted, decisionId: string, by: By): Promise<void> {
    const { conversation } = scene;
    if (conversation !== null) await this.handOver(tx, conversation, acted);
    if (acted.letter !== null) await this.put(tx, scene, acted.letter, { kind: 'answer', decisionId, by });
    if (acted.waits !== null) {
      const told = await this.recordNotice(tx, scene, acted.waits, by);
      await this.put(tx, scene, acted.waits, { kind: 'notice', decisionId: told, by });
    }
  }

  /** An alarm that is over is forgotten with the rest of the flow: the desk begins afresh. */
  private async handOver(tx: EntityManager, { id }: CaseConversation, acted: Acted): Promise<void> {
    if (acted.owner === null && !acted.calmed) return;
    await tx.query(
      `UPDATE conversation SET owner = CASE WHEN owner = 'closed' THEN owner ELSE COALESCE($2, owner) END,
              state = CASE WHEN $3 THEN NULL ELSE state END WHERE id = $1`,
      [id, acted.owner, acted.calmed],
    );
  }

  private async put(
    tx: EntityManager,
    scene: CaseScene,
    letter: Letter,
    as: { readonly kind: Extract<OutgoingKind, 'answer' | 'notice'>; readonly decisionId: string; readonly by: By },
  ): Promise<void> {
    const { now } = as.by;
    if (letter.to.kind === 'mail') {
      const { thread } = letter.to;
      await this.outbox.enqueue(
        tx,
        {
          channel: 'email',
          kind: as.kind,
          decisionId: as.decisionId,
          reply: letter.reply,
          recipient: thread.sender,
          conversationId: thread.conversationId,
          challengeId: null,
          threadRef: thread.threadRef,
          inReplyTo: thread.answers,
          expiresAt: new Date(now.getTime() + letterLifeMs),
        },
        now,
      );
    } else if (scene.conversation !== null) {
      const { id, lastSeq } = scene.conversation;
      const line = { conversationId: id, seq: lastSeq + 1, author: 'caseworker' as const, reply: letter.reply };
      await this.lines.append(tx, { ...line, decisionId: as.decisionId }, now);
    }
  }

  private async recordNotice(tx: EntityManager, scene: CaseScene, waits: Letter, { now, worker }: By): Promise<string> {
    return this.journal.record(tx, {
      at: now,
      actor: { kind: 'caseworker', id: worker.id },
      action: 'tell-that-it-waits',
      purpose: 'handle-case',
      partyId: scene.partyId,
      caseId: scene.id,
      conversationId: waits.to.kind === 'mail' ? waits.to.thread.conversationId : null,
      decision: waits.record,
    });
  }
}
