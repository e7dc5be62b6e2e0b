import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { SignalsService } from './signals.service.js';

type ClockRow = { readonly offset_ms: string; readonly asked: number };

/**
 * What time it is for the desk. In production the machine's time; in demo mode a row in the database may
 * move it forward, and both processes follow.
 */
@Injectable()
export class ClockService implements OnModuleInit {
  private offset = 0;

  constructor(
    private readonly source: DataSource,
    private readonly signals: SignalsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.settings.SKRANKE_MODE !== 'demo') return;
    await this.follow();
    this.signals.on('desk_clock', () => void this.follow().catch(() => undefined));
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Reads the row again; answers how often the clock has been asked to move. */
  async follow(): Promise<number> {
    const [row] = await this.source.query<ClockRow[]>('SELECT offset_ms, asked FROM desk_clock');
    this.offset = Number(row?.offset_ms ?? 0);
    return row?.asked ?? 0;
  }
}
