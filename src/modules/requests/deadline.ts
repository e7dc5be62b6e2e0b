/** The legal clock of a data-subject request: when it must be answered, and by which rule. */
import { addDays, addMonths, daysBetween, earlierDay, osloDayOf, type Day } from '../values/day.js';
import { workingDayFrom, type IsHoliday } from '../values/holidays.js';
import { rulesOf, type DeadlineRules, type RuleVersion } from './deadline-rules.js';

export type RequestEventKind = 'asked' | 'answered' | 'extensionNotice';

/**
 * What moves the clock.
 * - `asked`: a caseworker's reasoned question about identity or scope was sent; the automatic way to verify is none
 * - `answered`: the person has answered
 * - `extensionNotice`: she was told, with reasons, that the answer takes longer
 */
export type RequestEvent = {
  readonly kind: RequestEventKind;
  readonly at: Date;
  readonly reason?: string | null | undefined;
};

/** @property received  when it reached any official channel, whoever read it; never a time the sender gives (R1) */
export type RequestHistory = { readonly received: Date; readonly events: readonly RequestEvent[] };

/** One step of the reckoning. `valid: false` marks an event that has no effect. */
export type TraceStep = {
  readonly rule: 'R1' | 'R2' | 'R3' | 'R4' | 'R5';
  readonly text: string;
  readonly event?: { readonly kind: RequestEventKind; readonly at: string };
  readonly valid?: boolean;
};

/**
 * @property dueStrict  last day, as it stands in the calendar
 * @property dueLegal   the same, moved to the next working day
 * @property alarm      the day queues and alarms go by; never after `dueStrict`
 * All three are null while a pause is open.
 */
export type Clock = {
  readonly dueStrict: Day | null;
  readonly dueLegal: Day | null;
  readonly alarm: Day | null;
  readonly extended: boolean;
  readonly trace: readonly TraceStep[];
};

/**
 * @param history    events in any order; they take effect in the order of their instants
 * @param isHoliday  public holidays where the desk works
 * @returns          days in Europe/Oslo, each step with its rule; an invalid event stands in the trace and has no effect
 * @source           GDPR Art. 12(3), 12(6), recital 63; Reg. 1182/71 Art. 3; R1-R5, R8
 */
export const clock = (history: RequestHistory, isHoliday: IsHoliday, ruleVersion: RuleVersion): Clock => {
  const rules = rulesOf(ruleVersion);
  const start = begin(history.received, rules);
  const inOrder = [...history.events].sort((a, b) => a.at.getTime() - b.at.getTime());
  const end = inOrder.reduce((progress, event) => afterEvent(progress, event, rules), start);
  return end.pausedSince === null ? running(end, rules, isHoliday) : paused(end);
};

type Progress = {
  readonly received: Date;
  readonly receivedOn: Day;
  readonly firstMonthEnds: Day;
  readonly extended: boolean;
  readonly pausedSince: Day | null;
  readonly pausedDays: number;
  readonly lastAnswer: Day | null;
  readonly trace: readonly TraceStep[];
};

const begin = (received: Date, rules: DeadlineRules): Progress => {
  const receivedOn = osloDayOf(received);
  const firstMonthEnds = addMonths(receivedOn, rules.months);
  const trace: readonly TraceStep[] = [
    { rule: 'R1', text: `received on ${receivedOn}, Europe/Oslo` },
    { rule: 'R2', text: `one month from receipt ends on ${firstMonthEnds}` },
  ];
  return {
    received,
    receivedOn,
    firstMonthEnds,
    extended: false,
    pausedSince: null,
    pausedDays: 0,
    lastAnswer: null,
    trace,
  };
};

const afterEvent = (progress: Progress, event: RequestEvent, rules: DeadlineRules): Progress => {
  if (event.at < progress.received) return ignored(progress, event, 'R1', 'it comes before the request');
  switch (event.kind) {
    case 'asked':
      return afterQuestion(progress, event, rules);
    case 'answered':
      return afterAnswer(progress, event);
    case 'extensionNotice':
      return afterNotice(progress, event);
  }
};

const afterQuestion = (progress: Progress, event: RequestEvent, rules: DeadlineRules): Progress => {
  const askedOn = osloDayOf(event.at);
  if (!hasReason(event)) return ignored(progress, event, 'R5', 'it gives no reason');
  if (daysBetween(progress.receivedOn, askedOn) > rules.askWithinDays) {
    return ignored(progress, event, 'R5', `it was sent more than ${rules.askWithinDays} days after receipt`);
  }
  if (progress.pausedSince !== null)
    return noted(progress, event, 'R5', 'the clock stands already; overlapping pauses count once');
  return { ...noted(progress, event, 'R5', `the clock stands from ${askedOn}`), pausedSince: askedOn };
};

const afterAnswer = (progress: Progress, event: RequestEvent): Progress => {
  if (progress.pausedSince === null) return ignored(progress, event, 'R5', 'no question is open');
  const lastAnswer = osloDayOf(event.at);
  const days = daysBetween(progress.pausedSince, lastAnswer);
  return {
    ...noted(progress, event, 'R5', `the clock runs again after ${days} days`),
    pausedSince: null,
    pausedDays: progress.pausedDays + days,
    lastAnswer,
  };
};

const afterNotice = (progress: Progress, event: RequestEvent): Progress => {
  if (!hasReason(event)) return ignored(progress, event, 'R4', 'it gives no reason');
  if (progress.extended) return ignored(progress, event, 'R4', 'the deadline can be extended once only');
  if (osloDayOf(event.at) > progress.firstMonthEnds)
    return ignored(
      progress,
      event,
      'R4',
      `it was sent after the first month, which ended on ${progress.firstMonthEnds}`,
    );
  return { ...noted(progress, event, 'R4', 'the deadline is extended to three months from receipt'), extended: true };
};

const running = (progress: Progress, rules: DeadlineRules, isHoliday: IsHoliday): Clock => {
  const months = progress.extended ? rules.extendedMonths : rules.months;
  const unpaused = addMonths(progress.receivedOn, months);
  const dueStrict = afterPauses(unpaused, months, progress);
  const dueLegal = workingDayFrom(dueStrict, isHoliday);
  const steps: readonly (TraceStep | null)[] = [
    progress.extended ? { rule: 'R4', text: `three months from receipt end on ${unpaused}` } : null,
    dueStrict === unpaused
      ? null
      : {
          rule: 'R5',
          text: `with ${progress.pausedDays} days of pause, and never later than the term counted anew from the answer: ${dueStrict}`,
        },
    dueLegal === dueStrict ? null : { rule: 'R3', text: `${dueStrict} is no working day; the next is ${dueLegal}` },
  ];
  const alarm = earlierDay(dueStrict, addDays(earlierReading(progress, rules), progress.pausedDays));
  return {
    dueStrict,
    dueLegal,
    alarm,
    extended: progress.extended,
    trace: [...progress.trace, ...steps.filter((step) => step !== null)],
  };
};

/** Moving by the days of pause can overshoot the full term counted from the answer; the earlier of the two holds. */
const afterPauses = (unpaused: Day, months: number, { pausedDays, lastAnswer }: Progress): Day => {
  const shifted = addDays(unpaused, pausedDays);
  return lastAnswer === null ? unpaused : earlierDay(shifted, addMonths(lastAnswer, months));
};

/** "Two further months" may be read as two months after the end of the first, which on some dates is a day or two less. */
const earlierReading = ({ extended, firstMonthEnds }: Progress, rules: DeadlineRules): Day =>
  extended ? addMonths(firstMonthEnds, rules.extendedMonths - rules.months) : firstMonthEnds;

const paused = ({ extended, trace, pausedSince }: Progress): Clock => ({
  dueStrict: null,
  dueLegal: null,
  alarm: null,
  extended,
  trace: [...trace, { rule: 'R5', text: `no deadline while the question of ${pausedSince ?? ''} is open` }],
});

const hasReason = ({ reason }: RequestEvent): boolean => (reason ?? '').trim() !== '';

const ignored = (progress: Progress, event: RequestEvent, rule: TraceStep['rule'], why: string): Progress =>
  traced(progress, event, rule, { text: `${event.kind} is invalid: ${why}`, valid: false });

const noted = (progress: Progress, event: RequestEvent, rule: TraceStep['rule'], what: string): Progress =>
  traced(progress, event, rule, { text: `${event.kind}: ${what}`, valid: true });

const traced = (
  progress: Progress,
  event: RequestEvent,
  rule: TraceStep['rule'],
  said: { readonly text: string; readonly valid: boolean },
): Progress => ({
  ...progress,
  trace: [...progress.trace, { rule, ...said, event: { kind: event.kind, at: event.at.toISOString() } }],
});
