/** What a caseworker should see first. */
import type { Queue, Row } from '../api/contract.js';

/** Where somebody may be in danger (S12); it stands above every other queue. */
export const crisisQueue = 'crisis';

/** Crisis with somebody waiting first, then what is overdue, then the next deadline; empty queues last. */
export const byUrgency = (queues: readonly Queue[]): readonly Queue[] =>
  [...queues].sort(
    (a, b) =>
      Number(isAlarming(b)) - Number(isAlarming(a)) ||
      Number(b.overdue > 0) - Number(a.overdue > 0) ||
      compare(a.nextDeadlineAt, b.nextDeadlineAt),
  );

/** Overdue first, then by deadline. */
export const byDeadline = (rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((a, b) => Number(b.overdue) - Number(a.overdue) || compare(a.deadlineAt, b.deadlineAt));

/** Nobody has looked yet, and somebody may be in danger. */
export const isAlarming = ({ id, open }: Pick<Queue, 'id' | 'open'>): boolean => id === crisisQueue && open > 0;

export const isEmpty = ({ open, claimed, waiting }: Queue): boolean => open + claimed + waiting === 0;

function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Date.parse(a) - Date.parse(b);
}
