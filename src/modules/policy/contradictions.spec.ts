import { describe, expect, it } from '@jest/globals';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { contradictions } from './contradictions.js';
import type { DisclosureRule } from './disclosure.schema.js';

const rule = (changes: Partial<DisclosureRule>): DisclosureRule => ({
  id: 'claim-to-debtor',
  topic: 'claim',
  subject: 'debtor',
  level: 'substantial',
  scope: 'person',
  channels: ['chat'],
  facts: ['outstanding'],
  clauses: ['S39'],
  why: 'her own',
  ...changes,
});
const faults = (...rules: readonly DisclosureRule[]) => contradictions({ version: 'v', rules });

describe('a disclosure policy [S17]', () => {
  it('is sound as shipped', () => {
    expect(contradictions(shippedPolicy.disclosure)).toEqual([]);
  });

  it('may not name a rule twice', () => {
    expect(faults(rule({}), rule({ topic: 'other' }))).toEqual(['rule claim-to-debtor stands twice']);
  });

  it('may not answer one question at one level by two rules', () => {
    expect(faults(rule({}), rule({ id: 'second', facts: ['kid'] }))).toEqual([
      'rules claim-to-debtor and second answer the same question at the same level',
    ]);
  });

  it.each(['low', 'high'] as const)('may not tell more at the lower of two levels, whichever stands first', (level) => {
    const found = faults(rule({}), rule({ id: 'second', level, facts: ['outstanding', 'kid'] }));
    expect(found).toEqual(level === 'low' ? ['rule second tells kid at a lower level than claim-to-debtor does'] : []);
  });

  it('may answer another channel, scope, subject or topic at the same level', () => {
    const others: readonly Partial<DisclosureRule>[] = [
      { channels: ['mail'] },
      { scope: 'case' },
      { subject: 'guarantor' },
      { topic: 'claims' },
    ];
    for (const other of others) expect(faults(rule({}), rule({ id: 'second', ...other }))).toEqual([]);
  });

  it.each([{ subject: 'anyone' }, { level: 'none' }] as const)(
    'may not tell anyone a fact about a person: %j [ND1]',
    (changes) => {
      expect(faults(rule({ facts: ['desk', 'outstanding', 'kid'], ...changes }))).toEqual([
        'rule claim-to-debtor tells anyone outstanding, kid',
      ]);
    },
  );
});
