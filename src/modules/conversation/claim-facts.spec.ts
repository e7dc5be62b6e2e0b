import { describe, expect, it } from '@jest/globals';
import { aClaim, aSetting } from '../../../test/world/a-scene.js';
import { claimFacts, totalFacts } from './claim-facts.js';

const facts = (...args: Parameters<typeof aClaim>) => claimFacts(aClaim(...args), aSetting());
const paid = (amountOre: number) => ({ kind: 'payment', date: '2026-11-01', amountOre, appliedTo: null });

describe('what could be told of a claim', () => {
  it('is reckoned to the øre as of today, its identifiers under seal', () => {
    const { principal, outstanding, lateInterest, asOf, kid } = facts('1');
    expect([principal, asOf, String(kid)]).toEqual([1_000_000, '2026-11-25', '[sealed]']);
    expect(Number(outstanding)).toBe(1_000_000 + Number(lateInterest));
    expect(Number.isInteger(outstanding)).toBe(true);
  });

  it('is never less than nothing; what is too much stands apart', () => {
    const over = facts('1', { postings: [paid(2_000_000)] });
    expect(over.outstanding).toBe(0);
    expect(Number(over.overpaid)).toBeGreaterThan(0);
    expect(facts('1').overpaid).toBeUndefined();
  });

  it('leaves the amounts out where no rate is known for the day', () => {
    const future = claimFacts(aClaim('1'), aSetting({ now: new Date('2050-01-01T00:00:00Z') }));
    expect([future.outstanding, future.principal, future.creditor]).toEqual([undefined, undefined, 'Creditor of 1']);
  });

  it('leaves out an identifier whose key is gone', () => {
    expect(Object.keys(facts('1', { kid: null, caseNumber: null, invoiceNumber: null }))).not.toEqual(
      expect.arrayContaining(['kid']),
    );
  });
});

describe('what could be told of all of them', () => {
  it('is the sum and how many they are', () => {
    const setting = aSetting();
    const sum = totalFacts([aClaim('1'), aClaim('2')], setting);
    expect(sum).toMatchObject({
      claimCount: 2,
      totalOutstanding: 2 * Number(claimFacts(aClaim('1'), setting).outstanding),
    });
  });

  it('has no sum where one of them cannot be reckoned', () => {
    expect(
      totalFacts([aClaim('1')], aSetting({ now: new Date('2050-01-01T00:00:00Z') })).totalOutstanding,
    ).toBeUndefined();
  });
});
