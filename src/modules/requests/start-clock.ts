/** The deadline of a request nothing has happened to yet. */
import { addMonths, endOfDay, osloDayOf, type Day } from '../values/day.js';
import { isNorwegianHoliday, workingDayFrom, type IsHoliday } from '../values/holidays.js';
import { currentRuleVersion, rulesOf, type RuleVersion } from './deadline-rules.js';

export type StartedClock = {
  readonly dueStrict: Day;
  readonly dueLegal: Day;
  readonly alarmAt: Date;
  readonly ruleVersion: RuleVersion;
};

/**
 * @param receivedAt  when it reached any official channel
 * @returns           as `clock` without events; `alarmAt` is the last moment of `dueStrict`
 * @source            R1, R2, R3
 */
export const startClock = (receivedAt: Date, isHoliday: IsHoliday = isNorwegianHoliday): StartedClock => {
  const dueStrict = addMonths(osloDayOf(receivedAt), rulesOf(currentRuleVersion).months);
  return {
    dueStrict,
    dueLegal: workingDayFrom(dueStrict, isHoliday),
    alarmAt: endOfDay(dueStrict),
    ruleVersion: currentRuleVersion,
  };
};
