import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClockService } from '../database/clock.service.js';
import { newRounds, type Rounds } from '../database/rounds.service.js';
import { SignalsService } from '../database/signals.service.js';
import { dueRuns } from './due-runs.js';
import { RECURRING_ROWS, type RecurringRows } from './recurring-rows.service.js';
import { RECURRING_WORK, type RecurringWork } from './recurring.schema.js';

const tickMs = 1_000;

/** Runs what `config/recurring.yaml` says, by the desk's clock: when the clock is moved, what fell due is run before it is said to be done. */
@Injectable()
export class RecurringJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('recurring');
  private readonly rounds: Rounds;

  constructor(
    private readonly source: DataSource,
    private readonly clock: ClockService,
    signals: SignalsService,
    @Inject(RECURRING_ROWS) private readonly rows: RecurringRows,
    @Inject(RECURRING_WORK) private readonly works: readonly RecurringWork[],
  ) {
    this.rounds = newRounds(signals, {
      signal: 'desk_clock',
      everyMs: tickMs,
      work: () => this.runDue(),
      failed: (error) =>
        this.log.error({
          code: 'SKR_INTERNAL',
          job: 'recurring',
          name: error instanceof Error ? error.name : 'unknown',
        }),
    });
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }

  /** Runs everything due by the desk's now, and says so on the clock's row. */
  async runDue(): Promise<void> {
    const asked = await this.clock.follow();
    const now = this.clock.now();
    for (const row of this.rows) {
      const work = this.works.find((one) => one.name === row.name);
      if (work !== undefined) await this.runOne(row, work, now);
    }
    await this.source.query('UPDATE desk_clock SET done = $1 WHERE done < $1', [asked]);
  }

  private async runOne(row: RecurringRows[number], work: RecurringWork, now: Date): Promise<void> {
    const lastRun = await this.lastRun(row.name, now);
    for (const due of dueRuns(row, lastRun, now)) {
      await work.run(due);
      await this.source.query('UPDATE recurring_run SET last_run_at = $2 WHERE name = $1', [row.name, due]);
    }
  }

  private async lastRun(name: string, now: Date): Promise<Date> {
    const [row] = await this.source.query<{ last: Date }[]>(
      `WITH fresh AS (INSERT INTO recurring_run (name, last_run_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING last_run_at)
       SELECT last_run_at AS last FROM fresh UNION ALL SELECT last_run_at FROM recurring_run WHERE name = $1 LIMIT 1`,
      [name, now],
    );
    return row?.last ?? now;
  }
}
