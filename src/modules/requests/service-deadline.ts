/** The desk's own promise of when somebody will have acted, as distinct from what the law demands. */
import { addDays, endOfDay, osloDayOf } from '../values/day.js';
import { addWorkingDays, isNorwegianHoliday, type IsHoliday } from '../values/holidays.js';

export type ServiceTime = { readonly unit: 'minutes' | 'hours' | 'workingDays' | 'days'; readonly amount: number };

const minuteMs = 60_000;

/**
 * @param since    when it reached the desk
 * @param service  minutes and hours pass by the clock, also at night: they are for what cannot wait; working days and
 *                 days end with the day, the first of them not counted; days are not moved by a holiday
 * @source         LOV-2026-05-22-19 § 17: preferably within a week
 */
export const serviceDeadline = (since: Date, service: ServiceTime, isHoliday: IsHoliday = isNorwegianHoliday): Date => {
  switch (service.unit) {
    case 'minutes':
      return new Date(since.getTime() + service.amount * minuteMs);
    case 'hours':
      return new Date(since.getTime() + service.amount * 60 * minuteMs);
    case 'workingDays':
      return endOfDay(addWorkingDays(osloDayOf(since), service.amount, isHoliday));
    case 'days':
      return endOfDay(addDays(osloDayOf(since), service.amount));
  }
};
