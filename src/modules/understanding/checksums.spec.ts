import { describe, expect, it } from '@jest/globals';
import { passesAsAccount, passesAsCard, passesAsNationalId, passesAsOrganisation } from './checksums.js';

describe('check digits', () => {
  it('let real, synthetic and D-numbers of people pass, and no impossible date', () => {
    expect(['11867930231', '13097248022'].map(passesAsNationalId)).toEqual([true, true]);
    expect(passesAsNationalId('32018012345')).toBe(false);
    expect(passesAsNationalId('0101801234')).toBe(false);
  });

  it('let about one in eleven random runs pass as an account, so that they suggest and never prove', () => {
    const passed = Array.from({ length: 1100 }, (_, i) => passesAsAccount(String(10_000_000_000 + i * 7))).filter(
      Boolean,
    ).length;
    expect(passed).toBeGreaterThan(50);
    expect(passed).toBeLessThan(150);
  });

  it('ask a card for an issuer range and the Luhn digit', () => {
    expect(passesAsCard('4111111111111111')).toBe(true);
    expect(passesAsCard('4111111111111112')).toBe(false);
    expect(passesAsCard('9111111111111111')).toBe(false);
  });

  it('ask an organisation number for a first digit of 8 or 9', () => {
    expect(passesAsOrganisation('974760673')).toBe(true);
    expect(passesAsOrganisation('174760673')).toBe(false);
  });
});
