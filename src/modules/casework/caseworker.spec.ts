import { describe, expect, it } from '@jest/globals';
import { idun, liv, queueNamed } from '../../../test/world/case-scenes.js';
import { clears, isAtWork, isSamePerson } from './caseworker.js';

describe('a caseworker', () => {
  it('clears the queues her roles name, and no other [I01]', () => {
    expect(clears(liv, queueNamed('payments'))).toBe(true);
    expect(clears(liv, queueNamed('crisis'))).toBe(false);
    expect(clears({ roles: [] }, queueNamed('people'))).toBe(false);
  });

  it('is one person whatever she signs in as [I05]', () => {
    expect(isSamePerson(liv, { id: 'liv', name: 'Somebody Else' })).toBe(true);
    expect(isSamePerson(liv, { id: 'second', name: ' liv \u00a0MOE ' })).toBe(true);
    expect(isSamePerson(liv, idun)).toBe(false);
  });

  it('takes nothing on while she is away', () => {
    expect([isAtWork(liv), isAtWork({ absent: true })]).toEqual([true, false]);
  });
});
