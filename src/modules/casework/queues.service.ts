import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ClockService } from '../database/clock.service.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { purposes } from '../policy/purpose.js';
import { RequestsRepository } from '../requests/requests.repository.js';
import { SkrankeError } from '../values/errors.js';
import { caseRow, type CaseRow } from './case-row.js';
import { clears, type Caseworker } from './caseworker.js';
import { writeCursor, type Cursor } from './cursor.js';
import { queueStates, type QueueState } from './queue-state.js';
import { QueuesRepository, type Claimed } from './queues.repository.js';
import type { Refusal } from './refusal.js';

export type CasePage = { readonly cases: readonly CaseRow[]; readonly nextCursor: string | null };
export type ClaimedNext =
  | { readonly outcome: 'done'; readonly caseId: string | null }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** What waits for a caseworker, most urgent first, and the next of it. */
@Injectable()
export class QueuesService {
  constructor(
    private readonly source: DataSource,
    private readonly queues: QueuesRepository,
    private readonly requests: RequestsRepository,
    private readonly journal: JournalRepository,
    private readonly clock: ClockService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  async overview(worker: Caseworker): Promise<{ readonly queues: readonly QueueState[]; readonly mine: number }> {
    const tx = this.source.manager;
    const counts = await this.queues.counts(tx, this.clearedBy(worker), this.clock.now());
    return {
      queues: queueStates(
        this.policy.queues.filter((queue) => clears(worker, queue)),
        counts,
      ),
      mine: await this.queues.countHeldBy(tx, worker.id),
    };
  }

  /** @throws SKR_NOT_FOUND for a queue she does not clear, as for one that does not exist (I01) */
  async casesIn(worker: Caseworker, queue: string, after: Cursor | null): Promise<CasePage> {
    this.assertCleared(worker, queue);
    return this.page({ queues: [queue], assignee: null }, after);
  }

  async casesOf(worker: Caseworker, after: Cursor | null): Promise<CasePage> {
    return this.page({ queues: this.clearedBy(worker), assignee: worker.id }, after);
  }

  /** The most urgent free case becomes hers; null when nothing is free. @throws SKR_NOT_FOUND as above */
  async claimNext(worker: Caseworker, queue: string): Promise<ClaimedNext> {
    this.assertCleared(worker, queue);
    if (worker.absent) return { outcome: 'refused', refusal: 'absent' };
    return this.source.transaction(async (tx) => {
      const claimed = await this.queues.claimNext(tx, queue, worker.id, this.clock.now());
      if (claimed !== null) await this.record(tx, worker, claimed);
      return { outcome: 'done', caseId: claimed?.id ?? null };
    });
  }

  private async record(tx: EntityManager, worker: Caseworker, claimed: Claimed): Promise<void> {
    const now = this.clock.now();
    await this.journal.record(tx, {
      at: now,
      actor: { kind: 'caseworker', id: worker.id },
      action: 'claim',
      purpose: purposes.handleCase.id,
      partyId: claimed.partyId,
      caseId: claimed.id,
      conversationId: claimed.conversationId,
      decision: null,
    });
    if (claimed.requestId !== null)
      await this.requests.move(tx, claimed.requestId, {
        state: 'in_progress',
        event: 'taken',
        at: now,
        actorId: worker.id,
        reason: null,
      });
    await tx.query(`SELECT pg_notify('desk_case', $1)`, [claimed.id]);
  }

  private async page(
    of: { readonly queues: readonly string[]; readonly assignee: string | null },
    after: Cursor | null,
  ): Promise<CasePage> {
    const now = this.clock.now();
    const { rows, next } = await this.queues.page(this.source.manager, of, after);
    return {
      cases: rows.map((row) => caseRow(row, this.policy, now)),
      nextCursor: next === null ? null : writeCursor(next),
    };
  }

  private clearedBy(worker: Caseworker): readonly string[] {
    return this.policy.queues.filter((queue) => clears(worker, queue)).map(({ id }) => id);
  }

  private assertCleared(worker: Caseworker, queue: string): void {
    if (!this.clearedBy(worker).includes(queue))
      throw new SkrankeError('SKR_NOT_FOUND', 'no such queue for this caseworker');
  }
}
