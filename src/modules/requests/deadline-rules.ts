/** The figures of Art. 12(3) and (6), by version: an open case remembers which version its deadline came from (R8). */

export type RuleVersion = keyof typeof versions;

/**
 * @property months          from receipt, without an extension
 * @property extendedMonths  from receipt, with one: "two further months" are counted from receipt as well
 * @property askWithinDays   a question sent later than this after receipt was not sent without undue delay
 */
export type DeadlineRules = {
  readonly months: number;
  readonly extendedMonths: number;
  readonly askWithinDays: number;
};

/** @source  GDPR Art. 12(3), 12(6); EDPB Guidelines 01/2022 § 157-165 */
const versions = {
  '2026-11': { months: 1, extendedMonths: 3, askWithinDays: 7 },
} as const satisfies Record<string, DeadlineRules>;

export const currentRuleVersion: RuleVersion = '2026-11';

export const rulesOf = (version: RuleVersion): DeadlineRules => versions[version];
