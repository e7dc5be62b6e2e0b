import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { AssurancePolicy } from '../policy/assurance.schema.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';

const hourSeconds = 3_600;
const daySeconds = 86_400;

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

  /** Whether one more code may go to this address, by hour and by day of the desk's clock. */
  async mayAskForCode(targetIndex: Buffer, policy: AssurancePolicy, now: Date): Promise<boolean> {
    const target = targetIndex.toString('base64url');
    const hour = Math.floor(now.getTime() / 1000 / hourSeconds);
    const day = Math.floor(now.getTime() / 1000 / daySeconds);
    return (
      (await this.take('code-hour', policy.code.perTargetHour, hourSeconds, `${target}:${String(hour)}`)) &&
      (await this.take('code-day', policy.code.perTargetDay, daySeconds, `${target}:${String(day)}`))
    );
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
