/** Norwegian public holidays and working days, computed; what a year adds or takes away comes from configuration. */
import { addDays, daysBetween, parseDay, weekdayOf, yearOf, type Day } from './day.js';

export type IsHoliday = (day: Day) => boolean;

/** Holidays that no rule foresees, from `config/rates/holidays.yaml`. */
export type HolidayExceptions = {
  readonly added: readonly { readonly day: Day }[];
  readonly removed: readonly { readonly day: Day }[];
};

const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26'];
/** Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday, from Easter Sunday. */
const fromEaster = [-3, -2, 0, 1, 39, 49, 50];

/**
 * @source  helligdagsfredloven (LOV-1995-02-24-12) § 2; lov om 1. og 17. mai (LOV-1947-04-26-1) § 1
 */
export const isNorwegianHoliday: IsHoliday = (day) =>
  fixed.includes(day.slice(5)) || fromEaster.includes(daysBetween(easterSunday(yearOf(day)), day));

/** The computed holidays with a collector's configured exceptions. */
export const holidaysWith = (exceptions: HolidayExceptions): IsHoliday => {
  const added = new Set(exceptions.added.map(({ day }) => day));
  const removed = new Set(exceptions.removed.map(({ day }) => day));
  return (day) => added.has(day) || (!removed.has(day) && isNorwegianHoliday(day));
};

/** Monday to Friday, holidays excepted. */
export const isWorkingDay = (day: Day, isHoliday: IsHoliday): boolean => weekdayOf(day) <= 5 && !isHoliday(day);

/** The day itself when it is a working day, else the next that is. */
export const workingDayFrom = (day: Day, isHoliday: IsHoliday): Day => {
  let next = day;
  while (!isWorkingDay(next, isHoliday)) next = addDays(next, 1);
  return next;
};

/** The n-th working day after a day, which itself does not count. @param count  0 or more; 0 is the day itself */
export const addWorkingDays = (day: Day, count: number, isHoliday: IsHoliday): Day => {
  let next = day;
  for (let left = count; left > 0; left -= 1) next = workingDayFrom(addDays(next, 1), isHoliday);
  return next;
};

/**
 * @param year  1583 to 9999, Gregorian
 * @source      Meeus/Jones/Butcher, Nature 13 (1876) p. 487
 */
export const easterSunday = (year: number): Day => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const month = Math.floor(sum / 31);
  const day = (sum % 31) + 1;
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
};
