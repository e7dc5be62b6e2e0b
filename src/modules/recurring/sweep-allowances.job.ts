import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecurringWork } from './recurring.schema.js';

/** Clears counters whose time is over; they count in wall time. */
@Injectable()
export class SweepAllowancesJob implements RecurringWork {
  readonly name = 'sweep-allowances';

  constructor(private readonly source: DataSource) {}

  async run(): Promise<void> {
    await this.source.query('DELETE FROM allowance WHERE expire < $1', [Date.now()]);
  }
}
