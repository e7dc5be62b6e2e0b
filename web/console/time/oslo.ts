/** Days and hours as they are told at the desk: always those of Oslo, wherever the page is open. */
import { Temporal } from 'temporal-polyfill';
import type { Language } from '../api/contract.js';
import { locales } from './locales.js';

const zone = 'Europe/Oslo';
/** When a case that was put off shows up again. */
const opening = '08:00';

/** @returns the day an instant falls on, YYYY-MM-DD */
export const dayOf = (instant: string): string => zoned(instant).toPlainDate().toString();

/** Whole days on the calendar from one instant to another; negative when it lies behind. */
export const daysBetween = (from: string, to: string): number =>
  zoned(from).toPlainDate().until(zoned(to).toPlainDate(), { largestUnit: 'day' }).days;

/** @param day  YYYY-MM-DD */
export const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** The hour the desk opens on a day, as an instant. */
export const openingOf = (day: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: opening }).toInstant().toString();

/** `4. mars 2027` */
export const dayInWords = (instant: string, language: Language): string =>
  format(instant, language, { dateStyle: 'long' });

/** `4. mars`, with the year where it is another one. */
export const shortDay = (instant: string, language: Language, now: string): string =>
  format(instant, language, { day: 'numeric', month: 'short', ...yearIfOther(instant, now) });

/** `14:05` */
export const clock = (instant: string, language: Language): string =>
  format(instant, language, { hour: '2-digit', minute: '2-digit' });

/** `14:05` today, else `4. mars 14:05`. */
export const moment = (instant: string, language: Language, now: string): string =>
  daysBetween(instant, now) === 0
    ? clock(instant, language)
    : `${shortDay(instant, language, now)} ${clock(instant, language)}`;

/** A deadline: its day alone where it lasts to the end of the day. */
export const dueAt = (instant: string, language: Language, now: string): string =>
  zoned(instant).hour === 23 && zoned(instant).minute === 59
    ? shortDay(instant, language, now)
    : moment(instant, language, now);

function zoned(instant: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

function yearIfOther(instant: string, now: string): { readonly year?: 'numeric' } {
  return zoned(instant).year === zoned(now).year ? {} : { year: 'numeric' };
}

function format(instant: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: zone }).format(new Date(instant));
}
