import { describe, expect, it } from '@jest/globals';
import { aCase, deskPolicy } from '../../../test/world/case-scenes.js';
import type { CaseScene } from './case-scene.js';
import { fittingGrounds, requestStateAfter } from './fitting-grounds.js';

const fits = (role: CaseScene['role'], right: string | null): readonly string[] =>
  fittingGrounds(
    aCase({ role, request: right === null ? null : { id: 'r', right, state: 'received' } }),
    deskPolicy.grounds,
  ).map(({ id }) => id);

describe('the grounds a case may end on', () => {
  it('for a right, where the collector decides: what fits that right, and never passing it on [S9, L4]', () => {
    expect(fits('controller', 'erasure')).toEqual(
      expect.arrayContaining(['granted', 'refused-legal-obligation', 'refused-legal-claims', 'not-identified']),
    );
    expect(fits('controller', 'erasure')).not.toEqual(expect.arrayContaining(['refused-accurate']));
    expect(fits('controller', 'rectification')).toContain('refused-accurate');
    expect(fits('controller', 'erasure')).not.toContain('forwarded-to-controller');
    expect(fits('controller', 'erasure')).not.toContain('answered');
  });

  it('for a right, where the creditor decides: passing it on, and nothing of substance [S10, L9]', () => {
    expect(fits('processor', 'erasure')).toEqual(['forwarded-to-controller']);
  });

  it('for anything else: answered, nothing to do, or the same as another', () => {
    expect(fits('controller', null)).toEqual(['answered', 'no-action', 'duplicate']);
  });

  it('says where each leaves the request', () => {
    expect(requestStateAfter('refused')).toBe('decided_refused');
    expect(requestStateAfter('unidentified')).toBe('unidentified_closed');
    expect(requestStateAfter('forwarded')).toBe('forwarded');
  });
});
