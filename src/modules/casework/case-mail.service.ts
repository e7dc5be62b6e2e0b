import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ClockService } from '../database/clock.service.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { purposes } from '../policy/purpose.js';
import { SkrankeError } from '../values/errors.js';
import { isUuid } from '../values/ids.js';
import { CaseMailRepository } from './case-mail.repository.js';
import { clears, type Caseworker } from './caseworker.js';

/** The mail behind a case, for who clears the queue of a case it brought. */
@Injectable()
export class CaseMailService {
  constructor(
    private readonly source: DataSource,
    private readonly mails: CaseMailRepository,
    private readonly journal: JournalRepository,
    private readonly clock: ClockService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  /** The bytes as they came. @throws SKR_NOT_FOUND also where their key is destroyed */
  async raw(worker: Caseworker, id: string): Promise<Buffer> {
    return this.source.transaction(async (tx) => {
      await this.record(tx, worker, id, 'read-mail');
      const raw = await this.mails.raw(tx, id);
      if (raw === null) throw new SkrankeError('SKR_NOT_FOUND', 'a mail whose text is gone');
      return raw;
    });
  }

  /** Has the intake read it once more. @returns whether there was anything to read again @throws SKR_NOT_FOUND */
  async reprocess(worker: Caseworker, id: string): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      await this.record(tx, worker, id, 'reprocess-mail');
      return this.mails.reprocess(tx, id);
    });
  }

  /** One line for every case the mail brought: each of them was looked into. */
  private async record(tx: EntityManager, worker: Caseworker, id: string, action: string): Promise<void> {
    const queues = this.policy.queues.filter((queue) => clears(worker, queue)).map((queue) => queue.id);
    const cases = isUuid(id) ? await this.mails.casesOf(tx, id, queues) : [];
    if (cases.length === 0) throw new SkrankeError('SKR_NOT_FOUND', 'no such mail for this caseworker');
    for (const one of cases)
      await this.journal.record(tx, {
        at: this.clock.now(),
        actor: { kind: 'caseworker', id: worker.id },
        action,
        purpose: purposes.handleCase.id,
        partyId: one.partyId,
        caseId: one.id,
        conversationId: null,
        decision: null,
      });
  }
}
