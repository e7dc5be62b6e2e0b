import type { AssurancePolicy } from '../policy/assurance.schema.js';

const firstMs = 250;

/**
 * How long a try on an account waits before it is looked at: doubling with each failure, and never long enough to keep
 * the rightful one out.
 * @param failures  of the last hour, whoever made them
 */
export const slownessMs = (
  failures: number,
  {
    slowAfterFailures,
    slowestSeconds,
  }: Pick<AssurancePolicy['console']['login'], 'slowAfterFailures' | 'slowestSeconds'>,
): number =>
  failures < slowAfterFailures ? 0 : Math.min(slowestSeconds * 1000, firstMs * 2 ** (failures - slowAfterFailures));
