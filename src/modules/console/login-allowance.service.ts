import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { SkrankeError } from '../values/errors.js';
import { slownessMs } from './slowness.js';

const hour = 3_600;
const quarter = 900;

/**
 * How often signing in may be tried, shared by all replicas. An address that fails too often is refused for a while;
 * an account only becomes slow, the same for one that does not exist, so that nobody can lock another out.
 */
@Injectable()
export class LoginAllowanceService implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly byAddress: RateLimiterPostgres;
  private readonly byName: RateLimiterPostgres;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {
    this.pool = new Pool({ connectionString: settings.DATABASE_URL, max: 2 });
    this.pool.on('error', () => undefined);
    const { failuresPerAddressQuarterHour } = policy.assurance.console.login;
    this.byAddress = this.limiter('console-address', failuresPerAddressQuarterHour, quarter);
    this.byName = this.limiter('console-name', Number.MAX_SAFE_INTEGER, hour);
  }

  /** Waits as long as the name has earned. @throws SKR_TOO_MANY for an address that failed too often */
  async enter(address: string, name: string | null): Promise<void> {
    const known = await this.byAddress.get(address);
    if (known !== null && known.consumedPoints >= this.byAddress.points)
      throw new SkrankeError('SKR_TOO_MANY', 'sign-ins that failed from one address');
    if (name === null) return;
    const failures = (await this.byName.get(keyOf(name)))?.consumedPoints ?? 0;
    await wait(slownessMs(failures, this.policy.assurance.console.login));
  }

  async countFailure(address: string, name: string | null): Promise<void> {
    await this.byAddress.penalty(address);
    if (name !== null) await this.byName.penalty(keyOf(name));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private limiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
    return new RateLimiterPostgres({
      storeClient: this.pool,
      storeType: 'pool',
      tableName: 'allowance',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration,
    });
  }
}

/** What is typed as a name may be a password typed into the wrong field: it is kept as a hash. */
const keyOf = (name: string): string => createHash('sha256').update(name, 'utf8').digest('base64url');
