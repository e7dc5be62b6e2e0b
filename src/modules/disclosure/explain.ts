/** Why one question would be decided so: for whoever answers for the policy. */
import {
  actingKinds,
  type DisclosurePolicy,
  type DisclosureRule,
  type SubjectKind,
} from '../policy/disclosure.schema.js';
import type { AssuranceLevel } from './assurance.js';
import { decide, type Decision } from './decide.js';
import { factKinds, type FactName, type Facts } from './facts.js';

/** @property scope  `case`: all the proof there is opens one case, the one that is asked about */
export type PolicyQuestion = {
  readonly topic: string;
  readonly subject: SubjectKind;
  readonly level: AssuranceLevel;
  readonly scope: 'person' | 'case';
  readonly channel: DisclosureRule['channels'][number];
  readonly facts: readonly FactName[];
};

export type Explanation = {
  readonly outcome: Decision['outcome'];
  readonly rule: string | null;
  readonly facts: readonly string[];
  readonly kept: readonly string[];
  readonly clauses: readonly string[];
  readonly why: string;
  readonly needed: AssuranceLevel | null;
  /** The rules that speak of this topic, and what keeps each of them from answering. */
  readonly considered: readonly { readonly rule: string; readonly but: string | null }[];
};

/** Every fact there is: what a question asks for that names none. */
export const everyFact = Object.keys(factKinds) as readonly FactName[];

/** Asks `decide` for a made-up person about herself, or within a mandate, where the kind acts for somebody. */
export const askPolicy = (question: PolicyQuestion, policy: DisclosurePolicy): Decision => {
  const { subject, level, topic, channel, scope } = question;
  const acting = actingKinds.includes(subject);
  const asker = subject === 'anyone' ? null : 'asker';
  const about = acting ? 'principal' : asker;
  const principal = subject === 'creditor-user' ? null : about;
  return decide(
    { kind: subject, partyId: asker, ...(acting ? { mandate: { principal, topics: 'all', claims: ['claim'] } } : {}) },
    { level, partyId: asker, scope: scope === 'case' ? { kind: 'case', claimId: 'claim' } : { kind: 'person' } },
    { topic, channel, about, claimId: 'claim', facts: asked(question.facts) },
    policy,
  );
};

/** @returns the decision, the rule that made it with its clauses, and what kept the other rules of the topic from it */
export const explain = (question: PolicyQuestion, policy: DisclosurePolicy): Explanation => {
  const decision = askPolicy(question, policy);
  const told = decision.outcome === 'disclose' ? Object.keys(decision.disclosure.facts) : [];
  const rule = decision.outcome === 'disclose' ? policy.rules.find(({ id }) => id === decision.rule) : undefined;
  return {
    outcome: decision.outcome,
    rule: rule?.id ?? null,
    facts: told,
    kept: question.facts.length === everyFact.length ? [] : question.facts.filter((fact) => !told.includes(fact)),
    clauses: rule?.clauses ?? [],
    why: rule?.why ?? reasonOf(decision),
    needed: decision.outcome === 'step-up' ? decision.needed : null,
    considered: policy.rules
      .filter(({ topic }) => topic === question.topic)
      .map((one) => ({ rule: one.id, but: one.id === rule?.id ? null : obstacle(one, question) })),
  };
};

const asked = (names: readonly FactName[]): Facts => Object.fromEntries(names.map((name) => [name, 'x']));

const reasonOf = (decision: Decision): string => {
  switch (decision.outcome) {
    case 'disclose':
      return '';
    case 'step-up':
      return `told at ${decision.needed}, not below`;
    case 'withhold':
      return {
        'no-rule': 'no rule tells it',
        'not-own': 'it is about somebody else',
        vague: 'nothing was asked for',
        'other-case': 'a letter opens its own case only',
      }[decision.reason];
  }
};

const obstacle = (rule: DisclosureRule, { subject, channel, scope, level }: PolicyQuestion): string => {
  if (rule.subject !== subject) return `speaks of ${rule.subject}`;
  if (!rule.channels.includes(channel)) return `tells by ${rule.channels.join(', ')}`;
  if (rule.scope !== scope && rule.level !== 'none') return `goes by ${rule.scope === 'case' ? 'letter' : 'person'}`;
  return rule.level === level ? 'another rule tells more' : `tells at ${rule.level}`;
};
