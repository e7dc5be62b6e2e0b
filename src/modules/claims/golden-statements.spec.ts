import { describe, expect, it } from '@jest/globals';
import { bothActs } from '../../../test/proofs/ledger/generated.js';
import { goldenStatements } from '../../../test/world/golden-statements.js';
import { shippedRates } from '../../../test/world/rates.js';
import { statementOf } from './statement-of.js';

describe.each(bothActs)('the statement under %s', (regime) => {
  it.each(goldenStatements)('of %s is as it was worked out [S40]', (_name, { asOf, claim, underBoth, under }) => {
    expect(statementOf({ asOf, claim, regime }, shippedRates)).toEqual(underBoth ?? under?.[regime]);
  });

  it('is worked out in files that say what they are about', () => {
    expect(goldenStatements.length).toBeGreaterThan(10);
    expect(goldenStatements.every(([, { story }]) => story.length > 20)).toBe(true);
  });
});
