import { describe, expect, it } from '@jest/globals';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import type { DisclosureRule } from '../policy/disclosure.schema.js';
import { comparePolicies, looserRules } from './compare-policies.js';
import { everyFact, explain, type PolicyQuestion } from './explain.js';

const policy = shippedPolicy.disclosure;
const question: PolicyQuestion = {
  topic: 'claim',
  subject: 'debtor',
  level: 'substantial',
  scope: 'person',
  channel: 'chat',
  facts: ['outstanding', 'healthNotes'],
};
const changed = (id: string, change: Partial<DisclosureRule>) => ({
  ...policy,
  rules: policy.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)),
});

describe('a decision explained [S17, ND7]', () => {
  it('names the rule, its clauses, what is told and what is kept back', () => {
    expect(explain(question, policy)).toMatchObject({
      outcome: 'disclose',
      rule: 'claim-to-debtor',
      facts: ['outstanding'],
      kept: ['healthNotes'],
      clauses: ['S9', 'S11', 'S39', 'S40'],
    });
  });

  it('says which level is missing, and what kept every rule of the topic from answering', () => {
    const found = explain({ ...question, level: 'low' }, policy);
    expect(found).toMatchObject({ outcome: 'step-up', needed: 'substantial', rule: null, facts: [] });
    expect(found.considered).toContainEqual({ rule: 'claim-to-debtor', but: 'tells at substantial' });
    expect(found.considered).toContainEqual({ rule: 'claim-by-letter', but: 'goes by letter' });
    expect(explain({ ...question, channel: 'mail' }, policy)).toMatchObject({
      outcome: 'withhold',
      why: 'no rule tells it',
    });
    expect(explain({ ...question, subject: 'creditor-user' }, policy).considered).toContainEqual({
      rule: 'claim-to-debtor',
      but: 'speaks of debtor',
    });
  });

  it('takes a question that names no fact as one for all', () => {
    expect(explain({ ...question, facts: everyFact }, policy)).toMatchObject({ outcome: 'disclose', kept: [] });
  });
});

describe('two policies held against each other', () => {
  it('are no different from themselves', () => {
    expect(comparePolicies(policy, policy)).toEqual([]);
    expect(looserRules(policy, policy)).toEqual([]);
  });

  it('show who would learn more under a looser row, at which level and by which channel', () => {
    const looser = changed('claim-to-debtor', { level: 'low' });
    const found = comparePolicies(policy, looser);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      topic: 'claim',
      subject: 'debtor',
      level: 'low',
      channel: 'chat',
      rule: 'claim-to-debtor',
      less: [],
    });
    expect(found[0]?.more).toContain('outstanding');
    expect(looserRules(policy, looser)).toEqual(['claim-to-debtor']);
  });

  it('show who would learn less under a stricter one, which is no reason to warn', () => {
    const stricter = changed('claim-to-debtor', { level: 'high' });
    expect(comparePolicies(policy, stricter).every(({ more, less }) => more.length === 0 && less.length > 0)).toBe(
      true,
    );
    expect(looserRules(policy, stricter)).toEqual([]);
  });

  it('show a fact and a channel more', () => {
    expect(looserRules(policy, changed('claims-total-to-debtor', { channels: ['chat', 'mail'] }))).toEqual([
      'claims-total-to-debtor',
    ]);
    expect(looserRules(policy, changed('code-to-address', { facts: ['code', 'minutes', 'desk'] }))).toEqual([
      'code-to-address',
    ]);
  });
});
