/** A calendar day in Norway, and the one bridge between days and instants. */
import { Temporal } from 'temporal-polyfill';
import { SkrankeError } from './errors.js';
import type { Language } from './language.js';

declare const dayBrand: unique symbol;

/** 'YYYY-MM-DD', always a day that exists; compares with `<` as text. */
export type Day = string & { readonly [dayBrand]: 'Day' };

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const oslo = 'Europe/Oslo';

/** The day a text names, null when it names none: 2027-02-29 is none. */
export const readDay = (text: string): Day | null => {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return null;
  const day = text as Day;
  return fromEpochDay(epochDay(day)) === day ? day : null;
};

/** @throws SKR_BAD_INPUT for a text that is no day */
export const parseDay = (text: string): Day => {
  const day = readDay(text);
  if (day === null) throw new SkrankeError('SKR_BAD_INPUT', 'a text that is no calendar day YYYY-MM-DD');
  return day;
};

export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

export const earlierDay = (a: Day, b: Day): Day => (a < b ? a : b);

export const laterDay = (a: Day, b: Day): Day => (a > b ? a : b);

export const addDays = (day: Day, days: number): Day => fromEpochDay(epochDay(day) + days);

/** The same-numbered day so many months on, or the last day of a month that has no such day. */
export const addMonths = (day: Day, months: number): Day =>
  dayOf(plain(day).add({ months }, { overflow: 'constrain' }));

/** Days from `from` to `to`: 0 for the same day, negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => epochDay(to) - epochDay(from);

export const weekdayOf = (day: Day): Weekday => plain(day).dayOfWeek as Weekday;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The day an instant falls on in Norway; near midnight that is not the day in UTC. */
export const osloDayOf = (instant: Date): Day =>
  dayOf(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(oslo).toPlainDate());

/**
 * The instant a Norwegian clock shows a time of day.
 * @param time  'HH:MM' or 'HH:MM:SS'; in the hour that DST skips or repeats, the later or the first of the two
 */
export const osloInstant = (day: Day, time: string): Date =>
  new Date(plain(day).toZonedDateTime({ timeZone: oslo, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds);

/** The last millisecond of a day in Norway: a deadline "on" that day runs until then. */
export const endOfDay = (day: Day): Date => new Date(osloInstant(addDays(day, 1), '00:00').getTime() - 1);

/** The instant a text names, null when it names none or leaves out its offset from UTC. */
export const readInstant = (text: string): Date | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  try {
    return new Date(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    return null;
  }
};

const months: Readonly<Record<Language, string>> = {
  nb: 'januar februar mars april mai juni juli august september oktober november desember',
  nn: 'januar februar mars april mai juni juli august september oktober november desember',
  en: 'January February March April May June July August September October November December',
};

/** `4. mars 2027` in nb and nn, `4 March 2027` in en. */
export const formatDay = (day: Day, language: Language): string => {
  const [year, month, number] = day.split('-').map(Number);
  return `${number}${language === 'en' ? '' : '.'} ${months[language].split(' ')[(month ?? 1) - 1] ?? ''} ${year}`;
};

const dayMs = 86_400_000;

/** Days since 1970-01-01 in the calendar: plain arithmetic, no zone. A day that does not exist becomes another one. */
const epochDay = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / dayMs;

const fromEpochDay = (days: number): Day => new Date(days * dayMs).toISOString().slice(0, 10) as Day;

const plain = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day);

const dayOf = (date: Temporal.PlainDate): Day => date.toString() as Day;
