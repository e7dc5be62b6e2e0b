import type { QueueRule } from '../policy/desk-policy.js';
import type { Three } from './case-row.js';

/** How full a queue is, in cases that have not ended. */
export type QueueCount = {
  readonly open: number;
  readonly claimed: number;
  readonly waiting: number;
  readonly overdue: number;
  readonly nextDeadlineAt: Date | null;
  readonly oldestReceivedAt: Date | null;
};

export type QueueState = QueueCount & {
  readonly id: string;
  readonly name: Three;
  readonly purpose: Three;
  readonly fourEyes: boolean;
};

/** The queues in the order they should be looked at: overdue first, then by their next deadline, the empty ones last. */
export const queueStates = (
  queues: readonly QueueRule[],
  counts: ReadonlyMap<string, QueueCount>,
): readonly QueueState[] =>
  queues
    .map(({ id, name, purpose, fourEyes }) => ({ id, name, purpose, fourEyes, ...(counts.get(id) ?? empty) }))
    .sort((a, b) => Math.sign(b.overdue) - Math.sign(a.overdue) || deadline(a) - deadline(b));

const empty: QueueCount = {
  open: 0,
  claimed: 0,
  waiting: 0,
  overdue: 0,
  nextDeadlineAt: null,
  oldestReceivedAt: null,
};

const deadline = ({ nextDeadlineAt }: QueueCount): number => nextDeadlineAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
