import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecurringWork } from '../recurring/recurring.schema.js';

/** Wakes what waited until now. */
@Injectable()
export class ReleaseJob implements RecurringWork {
  readonly name = 'release-cases';

  constructor(private readonly source: DataSource) {}

  async run(now: Date): Promise<void> {
    await this.source.query(
      `UPDATE desk_case SET state = CASE WHEN assignee IS NULL THEN 'open' ELSE 'claimed' END, wait_until = NULL,
         wait_reason = NULL, version = version + 1 WHERE state = 'waiting' AND wait_until <= $1`,
      [now],
    );
  }
}
