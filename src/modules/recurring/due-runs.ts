import { Cron } from 'croner';
import type { RecurringRow } from './recurring.schema.js';

const mostRuns = 4_000;

/**
 * When a job should have run between its last run and now, in Norwegian time.
 * @param row      schedule in cron, `catchUp` once or each
 * @param lastRun  when it last ran; the instant itself is not due again
 * @param now      the desk's time
 * @returns        the instants due, oldest first; at most one for `once`, at most 4 000 for `each`
 */
export const dueRuns = (row: RecurringRow, lastRun: Date, now: Date): readonly Date[] => {
  const cron = new Cron(row.schedule, { timezone: 'Europe/Oslo', paused: true });
  if (row.catchUp === 'once') {
    const next = cron.nextRun(lastRun);
    return next !== null && next <= now ? [now] : [];
  }
  const due: Date[] = [];
  for (
    let next = cron.nextRun(lastRun);
    next !== null && next <= now && due.length < mostRuns;
    next = cron.nextRun(next)
  )
    due.push(next);
  return due;
};
