/** Requests and what happens to them, by the day in Norway: the words the deadline specs are written in. */
import { osloInstant, parseDay } from '../../src/modules/values/day.js';
import { deadlineOf, type DeadlineAnswer, type DeadlineLine } from '../../src/modules/requests/deadline-of.js';

export type Events = NonNullable<DeadlineLine['events']>;
export const noon = (day: string): string => osloInstant(parseDay(day), '12:00').toISOString();
export const due = (received: string, events: Events = []): DeadlineAnswer =>
  deadlineOf({ received: received.includes('T') ? received : noon(received), events });
export const asked = (day: string, reason: string | null = 'two people of that name') => ({
  kind: 'asked' as const,
  at: noon(day),
  reason,
});
export const answered = (day: string) => ({ kind: 'answered' as const, at: noon(day) });
export const notice = (day: string, reason = 'twelve recordings to go through') => ({
  kind: 'extensionNotice' as const,
  at: noon(day),
  reason,
});
export const invalid = (events: Events, received: string) =>
  due(received, events)
    .trace.filter((step) => step.valid === false)
    .map((step) => [step.rule, step.event?.kind]);
