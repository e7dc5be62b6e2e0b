import { describe, expect, it } from '@jest/globals';
import { shippedRates } from '../../../test/world/rates.js';
import { statementInputSchema, statementOutputSchema } from './statement-line.schema.js';
import { statementOf, type StatementLine } from './statement-of.js';

describe('a statement', () => {
  const line: StatementLine = {
    asOf: '2025-07-15',
    claim: {
      principalOre: 1_000_000,
      dueDate: '2025-06-15',
      debtorKind: 'consumer',
      creditorDeductsVat: true,
      postings: [],
    },
  };

  it('has the shape the outside relies on', () => {
    const postings = [
      { kind: 'reminder', date: '2025-07-01' },
      { kind: 'payment', date: '2025-07-15', amountOre: 3500 },
    ];
    expect(statementOf({ ...line, claim: { ...line.claim, postings } }, shippedRates)).toEqual({
      principalOre: 1_000_000,
      lateInterestOre: 10171,
      feesOre: 3500,
      paidOre: 3500,
      outstandingOre: 1_010_171,
      periods: [
        { from: '2025-06-16', to: '2025-06-30', days: 15, ratePercent: 12.5, interestOre: 5137 },
        { from: '2025-07-01', to: '2025-07-15', days: 15, ratePercent: 12.25, interestOre: 5034 },
      ],
      fees: [{ rule: 'reminder', amountOre: 3500 }],
      payments: [{ date: '2025-07-15', amountOre: 3500, applied: [{ kind: 'fees', amountOre: 3500 }] }],
    });
  });

  it.each([
    [{ asOf: '2025-02-30' }, 'SKR_BAD_INPUT'],
    [{ regime: 'inkassolov-1914' }, 'SKR_BAD_INPUT'],
    [{ asOf: '2031-01-01' }, 'SKR_RATE_MISSING'],
    [{ claim: { ...line.claim, postings: [{ kind: 'payment', date: '2025-07-01' }] } }, 'SKR_POSTING_INVALID'],
    [{ claim: { ...line.claim, principalOre: -1 } }, 'SKR_POSTING_INVALID'],
  ])('of %j is refused by code', (change, code) => {
    expect(() => statementOf({ ...line, ...change }, shippedRates)).toThrow(code);
  });

  it('takes and gives what its two schemas say', () => {
    const given: StatementLine = statementInputSchema.parse({
      ...line,
      claim: { ...line.claim, postings: [{ kind: 'reminder', date: '2025-06-20', amountOre: 3500 }] },
    });
    expect(statementOutputSchema.strict().safeParse(statementOf(given, shippedRates)).success).toBe(true);
    expect(statementInputSchema.safeParse({ ...line, asOf: '2025-02-30' }).success).toBe(false);
  });
});
