import { describe, expect, it } from '@jest/globals';
import { codeAt, recoveryHash, totpAddress, totpStep } from './totp.js';

// RFC 6238, appendix B: the secret is the ASCII digits 1 to 0, twice.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('the digits of an authenticator', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at %i s are %s [RFC 6238]', (seconds, digits) => {
    expect(codeAt(secret, Math.floor(seconds / 30))).toBe(digits);
    expect(totpStep(secret, digits, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('count one step to either side and no further', () => {
    const at = 1_234_567_890_000;
    const now = Math.floor(at / 30_000);
    const found = [-2, -1, 0, 1, 2].map((off) => totpStep(secret, codeAt(secret, now + off), at));
    expect(found).toEqual([null, now - 1, now, now + 1, null]);
  });

  it.each([[''], ['12345'], ['1234567'], ['abcdef'], ['00000x'], ['１２３４５６']])('%j is none', (typed) => {
    expect(totpStep(secret, typed, 0)).toBeNull();
  });

  it('may be typed with a space, as the apps show them', () => {
    expect(totpStep(secret, '287 082', 59_000)).toBe(1);
  });

  it('are made from what the address says', () => {
    const address = totpAddress(secret, 'liv', 'Innkreving AS');
    expect(address).toMatch(/^otpauth:\/\/totp\/Skranke%20Innkreving%20AS:liv\?/);
    expect(address).toContain(`secret=${secret}`);
  });
});

describe('a recovery code', () => {
  it('is kept under a key', () => {
    const [a, b] = [1, 2].map((byte) => recoveryHash('ABCDEFGHJK', Buffer.alloc(32, byte)).toString('hex'));
    expect(a).not.toBe(b);
  });
});
