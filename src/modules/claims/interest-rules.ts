/** What a creditor's contract changes in the rules of late interest, as the database holds it. */
import type { InterestRules } from '../policy/rates.schema.js';
import { readDecimal } from '../values/rational.js';
import type { Read } from '../values/read.js';

type Changes = Partial<InterestRules>;

const allowed: Readonly<Record<keyof InterestRules, (value: unknown) => boolean>> = {
  firstDay: (value) => value === 'due-date' || value === 'day-after',
  dayCount: (value) => value === 'actual/365' || value === 'actual/actual',
  rounding: (value) => value === 'per-period' || value === 'total',
  paymentDay: (value) => value === 'free' || value === 'bears',
  onCosts: (value) => value === false,
  percentPerYear: (value) =>
    (typeof value === 'number' || typeof value === 'string') &&
    readDecimal(String(value)) !== null &&
    Number(value) >= 0,
};

/** @returns the changes; a fault names the rule that is unknown or has no such choice */
export const readInterestRules = (raw: Readonly<Record<string, unknown>>): Read<Changes> => {
  const wrong = Object.entries(raw).find(([name, value]) => !(isRule(name) && allowed[name](value)));
  return wrong === undefined
    ? { ok: true, value: raw }
    : { ok: false, fault: `interestRules.${wrong[0]} is no rule of interest, or not one of its choices` };
};

const isRule = (name: string): name is keyof InterestRules => Object.hasOwn(allowed, name);
