import { describe, expect, it } from '@jest/globals';
import { aCase, aProvenCase, inChat, inMail } from '../../../test/world/case-scenes.js';
import { isProven, isReachable } from './case-scene.js';

describe('isProven', () => {
  it('is who has proven herself at substantial or above, in her own chat [S39]', () => {
    expect(isProven(aProvenCase())).toBe(true);
    expect(isProven(aProvenCase({ identity: 'high' }))).toBe(true);
  });

  it.each(['pending', 'low', 'manual', 'caseworker'] as const)('is nobody at %s', (identity) => {
    expect(isProven(aProvenCase({ identity }))).toBe(false);
  });

  it('is nobody whose answer would go by mail, or whom no party stands for', () => {
    expect(isProven(aProvenCase({ conversation: inMail }))).toBe(false);
    expect(isProven(aProvenCase({ conversation: null }))).toBe(false);
    expect(isProven(aProvenCase({ partyId: null }))).toBe(false);
  });
});

describe('isReachable', () => {
  it('is a chat, and a mail with one sender who wants mail', () => {
    expect(isReachable(aCase({ conversation: inChat }))).toBe(true);
    expect(isReachable(aCase({ conversation: inMail }))).toBe(true);
    expect(isReachable(aCase({ conversation: { ...inMail, thread: null } }))).toBe(false);
    expect(isReachable(aCase({ conversation: null }))).toBe(false);
  });
});
