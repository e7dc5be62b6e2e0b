import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ClockService } from '../database/clock.service.js';
import type { Actor } from '../journal/journal-entry.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { purposes } from '../policy/purpose.js';
import { SkrankeError } from '../values/errors.js';
import type { Caseworker } from './caseworker.js';
import { CaseworkersRepository } from './caseworkers.repository.js';
import { ReleaseRepository, type Moved } from './release.repository.js';

/** Nobody's case lies still because somebody is away. */
@Injectable()
export class AbsenceService {
  constructor(
    private readonly source: DataSource,
    private readonly caseworkers: CaseworkersRepository,
    private readonly releases: ReleaseRepository,
    private readonly journal: JournalRepository,
    private readonly clock: ClockService,
  ) {}

  /** Who sits at the desk. */
  async colleagues(): Promise<readonly Caseworker[]> {
    return this.caseworkers.all(this.source.manager);
  }

  /** Comes or goes; what she holds goes back to its queues at once when she goes. */
  async set(worker: Caseworker, absent: boolean): Promise<Caseworker> {
    return this.source.transaction(async (tx) => {
      const now = this.clock.now();
      const changed = await this.caseworkers.setAbsent(tx, worker.id, absent ? now : null);
      if (changed === null) throw new SkrankeError('SKR_NOT_FOUND', 'a caseworker who has left');
      const freed = await this.releases.giveBack(tx);
      await this.record(tx, freed, { kind: 'caseworker', id: worker.id }, 'release-absent', now);
      return changed;
    });
  }

  /** What time and absence have brought about until now. */
  async sweep(now: Date): Promise<void> {
    await this.source.transaction(async (tx) => {
      const job: Actor = { kind: 'job', id: 'release-cases' };
      await this.record(tx, await this.releases.wake(tx, now), job, 'wake', now);
      await this.record(tx, await this.releases.giveBack(tx), job, 'release-absent', now);
    });
  }

  private async record(
    tx: EntityManager,
    cases: readonly Moved[],
    actor: Actor,
    action: string,
    now: Date,
  ): Promise<void> {
    for (const one of cases) {
      await this.journal.record(tx, {
        at: now,
        actor,
        action,
        purpose: purposes.handleCase.id,
        partyId: one.partyId,
        caseId: one.id,
        conversationId: one.conversationId,
        decision: null,
      });
      await tx.query(`SELECT pg_notify('desk_case', $1)`, [one.id]);
    }
  }
}
