/** What `skranke deadline` answers to one line. */
import { readInstant } from '../values/day.js';
import { SkrankeError } from '../values/errors.js';
import { isNorwegianHoliday, type IsHoliday } from '../values/holidays.js';
import { clock, type Clock, type RequestEventKind } from './deadline.js';
import { currentRuleVersion } from './deadline-rules.js';

/** Instants as text with their offset, as `deadlineInputSchema` has checked them. */
export type DeadlineLine = {
  readonly received: string;
  readonly events?:
    | readonly { readonly kind: RequestEventKind; readonly at: string; readonly reason?: string | null | undefined }[]
    | undefined;
};

export type DeadlineAnswer = Omit<Clock, 'alarm'>;

/** @throws SKR_BAD_INPUT for an instant without offset, or none at all */
export const deadlineOf = (line: DeadlineLine, isHoliday: IsHoliday = isNorwegianHoliday): DeadlineAnswer => {
  const events = (line.events ?? []).map(({ kind, at, reason }) => ({ kind, at: instantOf(at), reason }));
  const { dueStrict, dueLegal, extended, trace } = clock(
    { received: instantOf(line.received), events },
    isHoliday,
    currentRuleVersion,
  );
  return { dueStrict, dueLegal, extended, trace };
};

const instantOf = (text: string): Date => {
  const instant = readInstant(text);
  if (instant === null) throw new SkrankeError('SKR_BAD_INPUT', 'an instant must have a date, a time and an offset');
  return instant;
};
