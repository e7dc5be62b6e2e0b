import { Injectable } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { ClockService } from '../database/clock.service.js';
import { SkrankeError } from '../values/errors.js';

const patienceMs = 60_000;

/** Moves the desk's clock forward and waits until the worker has run what was due by then. */
@Injectable()
export class DevClockService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: ClockService,
  ) {}

  /**
   * @param to  an instant not before the desk's now
   * @throws    SKR_CONFLICT for going back, SKR_UNAVAILABLE when the worker does not follow
   */
  async moveTo(to: Date): Promise<Date> {
    if (to < this.clock.now()) throw new SkrankeError('SKR_CONFLICT', 'the clock does not go back');
    const [rows] = await this.source.query<[{ asked: number }[], number]>(
      'UPDATE desk_clock SET offset_ms = $1, asked = asked + 1 RETURNING asked',
      [to.getTime() - Date.now()],
    );
    const asked = rows[0]?.asked ?? 0;
    await this.source.query(`SELECT pg_notify('desk_clock', '')`);
    await this.clock.follow();
    await this.workerHasDone(asked);
    return this.clock.now();
  }

  private async workerHasDone(asked: number): Promise<void> {
    const start = Date.now();
    while (Date.now() - start < patienceMs) {
      const [row] = await this.source.query<{ done: number }[]>('SELECT done FROM desk_clock');
      if ((row?.done ?? 0) >= asked) return;
      await wait(50);
    }
    throw new SkrankeError('SKR_UNAVAILABLE', 'the worker did not follow the clock');
  }
}
