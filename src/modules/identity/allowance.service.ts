import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';

/**
 * How often things may be tried, counted atomically and shared by all replicas.
 * Counters about a person act silently: nobody who asks can see them, and nobody can lock another out of letter or eID.
 */
@Injectable()
export class AllowanceService implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.pool = new Pool({ connectionString: settings.DATABASE_URL, max: 2 });
    this.pool.on('error', () => undefined);
  }

  /** One point from an allowance. @returns whether there was one left */
  async take(name: string, points: number, seconds: number, key: string): Promise<boolean> {
    try {
      await this.limiter(name, points, seconds).consume(key);
      return true;
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      return false;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private limiter(name: string, points: number, duration: number): RateLimiterPostgres {
    const known = this.limiters.get(name);
    if (known !== undefined) return known;
    const limiter = new RateLimiterPostgres({
      storeClient: this.pool,
      storeType: 'pool',
      tableName: 'allowance',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration,
    });
    this.limiters.set(name, limiter);
    return limiter;
  }
}
