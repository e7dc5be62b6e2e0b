import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { disclosurePolicySchema } from './disclosure.schema.js';
import { policyText, stampedVersion } from './policy-version.js';

const policy = shippedPolicy.disclosure;

describe('the version of a policy [ND13]', () => {
  it('is read again from its text as the same rules', () => {
    const read = disclosurePolicySchema.parse({ version: 'x', rules: parse(policyText(policy)) as unknown });
    expect(read.rules).toEqual(policy.rules);
  });

  it('changes with any row, also where the file kept its version', () => {
    const [first, ...rest] = policy.rules;
    if (first === undefined) throw new Error('no rule');
    const changed = { ...policy, rules: [{ ...first, facts: first.facts.slice(1) }, ...rest] };
    expect(stampedVersion(changed)).not.toBe(stampedVersion(policy));
    expect(stampedVersion({ ...policy })).toBe(stampedVersion(policy));
  });
});
