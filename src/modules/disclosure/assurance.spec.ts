import { describe, expect, it } from '@jest/globals';
import { assuranceLevels, reaches, unproven } from './assurance.js';

describe('the levels of assurance [eIDAS]', () => {
  it('are four, each above the one before', () => {
    expect(assuranceLevels).toEqual(['none', 'low', 'substantial', 'high']);
    for (const [at, have] of assuranceLevels.entries())
      for (const [needed, need] of assuranceLevels.entries()) expect(reaches(have, need)).toBe(at >= needed);
  });

  it('begin at none, about nobody', () => {
    expect(unproven).toEqual({ level: 'none', partyId: null, scope: { kind: 'person' } });
  });
});
