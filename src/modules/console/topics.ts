import { clearances, type Clearance } from '../policy/clearance.js';

/**
 * What a route of the console is about, and which roles may knock. Which cases a caseworker then sees is decided by the
 * clearance of each queue. A topic that is not listed is nobody's.
 */
const topics: ReadonlyMap<string, readonly Clearance[]> = new Map(
  Object.entries({
    session: clearances,
    queues: clearances,
    cases: clearances,
    mail: clearances,
  }),
);

export const mayUse = (topic: string, roles: readonly string[]): boolean =>
  (topics.get(topic) ?? []).some((role) => roles.includes(role));
