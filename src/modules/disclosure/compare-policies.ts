/** Who would learn more, and who less, under another policy: every question there is, asked of both. */
import { disclosureChannels, subjectKinds, type DisclosurePolicy } from '../policy/disclosure.schema.js';
import { assuranceLevels } from './assurance.js';
import { askPolicy, everyFact, type PolicyQuestion } from './explain.js';

/** One question that is answered otherwise, and which facts the other policy tells more or less. */
export type PolicyDifference = Omit<PolicyQuestion, 'facts'> & {
  readonly more: readonly string[];
  readonly less: readonly string[];
  readonly rule: string | null;
};

/**
 * @param now       the policy in force, or the shipped one
 * @param proposed  the one it is held against
 * @returns         the questions answered otherwise, in the order of topics, subjects and levels; empty when none is
 */
export const comparePolicies = (now: DisclosurePolicy, proposed: DisclosurePolicy): readonly PolicyDifference[] =>
  questionsOf([...now.rules, ...proposed.rules].map(({ topic }) => topic)).flatMap((question) => {
    const [before, after] = [told(question, now), told(question, proposed)];
    const more = after.facts.filter((fact) => !before.facts.includes(fact));
    const less = before.facts.filter((fact) => !after.facts.includes(fact));
    const { facts: _, ...asked } = question;
    return more.length + less.length === 0 ? [] : [{ ...asked, more, less, rule: after.rule }];
  });

/** The rules under which somebody learns more than under the shipped policy, each once. */
export const looserRules = (shipped: DisclosurePolicy, own: DisclosurePolicy): readonly string[] => [
  ...new Set(
    comparePolicies(shipped, own).flatMap(({ more, rule }) => (more.length > 0 && rule !== null ? [rule] : [])),
  ),
];

const questionsOf = (topics: readonly string[]): readonly PolicyQuestion[] =>
  [...new Set(topics)].flatMap((topic) =>
    subjectKinds.flatMap((subject) =>
      assuranceLevels.flatMap((level) =>
        (['person', 'case'] as const).flatMap((scope) =>
          disclosureChannels.map((channel) => ({ topic, subject, level, scope, channel, facts: everyFact })),
        ),
      ),
    ),
  );

const told = (question: PolicyQuestion, policy: DisclosurePolicy) => {
  const decision = askPolicy(question, policy);
  return decision.outcome === 'disclose'
    ? { facts: Object.keys(decision.disclosure.facts), rule: decision.rule }
    : { facts: [] as readonly string[], rule: null };
};
