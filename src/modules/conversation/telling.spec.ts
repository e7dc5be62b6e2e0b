import { describe, expect, it } from '@jest/globals';
import { kari, sharedMailbox, substantial } from '../../../test/world/a-scene.js';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { unproven } from '../disclosure/assurance.js';
import { isPersonal, type FactName } from '../disclosure/facts.js';
import { languages } from '../values/language.js';
import { publicFacts, subjectOf, tellAnyone } from './telling.js';

describe('whom the desk speaks to', () => {
  it('is the one who is proven, or anyone', () => {
    expect(subjectOf(substantial)).toEqual({ kind: 'debtor', partyId: kari });
    for (const nobody of [unproven, sharedMailbox])
      expect(subjectOf(nobody)).toEqual({ kind: 'anyone', partyId: null });
  });
});

describe('what anyone is told', () => {
  it('is what a rule allows everybody, and a desk without that rule does not open', () => {
    expect(tellAnyone('general', 'chat', { desk: 'Fjordvakt' }, shippedPolicy.disclosure).facts).toEqual({
      desk: 'Fjordvakt',
    });
    expect(() => tellAnyone('claim', 'chat', { outstanding: 1 }, shippedPolicy.disclosure)).toThrow(
      'SKR_POLICY_INVALID',
    );
    expect(() => tellAnyone('general', 'chat', { desk: 'x' }, { version: 'v', rules: [] })).toThrow(
      'SKR_POLICY_INVALID',
    );
  });

  it('drops a personal fact that was handed over by mistake [ND1]', () => {
    expect(
      tellAnyone('general', 'chat', { desk: 'x', outstanding: 10171, kid: '1' }, shippedPolicy.disclosure).facts,
    ).toEqual({ desk: 'x' });
  });

  it.each(languages)('of the collector is public, in %s', (language) => {
    expect((Object.keys(publicFacts(shippedPolicy, language)) as FactName[]).filter(isPersonal)).toEqual([]);
  });
});
