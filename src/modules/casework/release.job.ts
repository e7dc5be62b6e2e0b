import { Injectable } from '@nestjs/common';
import type { RecurringWork } from '../recurring/recurring.schema.js';
import { AbsenceService } from './absence.service.js';

/** Wakes what waited until now, and gives back what an absent caseworker holds. */
@Injectable()
export class ReleaseJob implements RecurringWork {
  readonly name = 'release-cases';

  constructor(private readonly absences: AbsenceService) {}

  async run(now: Date): Promise<void> {
    await this.absences.sweep(now);
  }
}
