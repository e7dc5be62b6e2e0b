/** What may stand in any letter: our own names and numbers, and the help lines. */
import type { DeskPolicy } from '../policy/desk-policy.js';

/** @param names  the caseworker who writes, and the person where she is proven */
export const ownPhrases = ({ collector }: DeskPolicy, names: readonly string[]): readonly string[] => [
  collector.name,
  collector.desk,
  collector.generalManager,
  collector.address,
  collector.email,
  collector.siteUrl,
  ...names,
];

export const ownNumbers = ({ collector, crisisNumbers }: DeskPolicy, receipt: string): readonly string[] => [
  collector.phone,
  collector.account,
  receipt,
  ...Object.values(crisisNumbers).flatMap((lines) => lines.match(/\+?\d[\d ]{1,}\d/g) ?? []),
];
