import { reaches } from '../disclosure/assurance.js';
import { isPersonal } from '../disclosure/facts.js';
import type { DisclosurePolicy, DisclosureRule } from './disclosure.schema.js';

/**
 * The faults that make a disclosure policy unusable: two rules for the same question, an id used twice,
 * a lower level that would learn more than a higher one,
 * or a fact about a person that anyone would be told.
 * @returns one sentence a fault, empty when the policy is sound
 */
export const contradictions = (policy: DisclosurePolicy): readonly string[] =>
  policy.rules.flatMap((rule, at) => [
    ...faultsOf(rule),
    ...policy.rules.slice(at + 1).flatMap((other) => faultsBetween(rule, other)),
  ]);

const faultsOf = (rule: DisclosureRule): readonly string[] => {
  const about = rule.subject === 'anyone' || rule.level === 'none' ? rule.facts.filter(isPersonal) : [];
  return about.length === 0 ? [] : [`rule ${rule.id} tells anyone ${about.join(', ')}`];
};

const faultsBetween = (a: DisclosureRule, b: DisclosureRule): readonly string[] => {
  if (a.id === b.id) return [`rule ${a.id} stands twice`];
  if (!sameQuestion(a, b)) return [];
  if (a.level === b.level) return [`rules ${a.id} and ${b.id} answer the same question at the same level`];
  const [lower, higher] = reaches(a.level, b.level) ? [b, a] : [a, b];
  const extra = lower.facts.filter((fact) => !higher.facts.includes(fact));
  return extra.length === 0
    ? []
    : [`rule ${lower.id} tells ${extra.join(', ')} at a lower level than ${higher.id} does`];
};

const sameQuestion = (a: DisclosureRule, b: DisclosureRule): boolean =>
  a.topic === b.topic &&
  a.subject === b.subject &&
  a.scope === b.scope &&
  a.channels.some((channel) => b.channels.includes(channel));
