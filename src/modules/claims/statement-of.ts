/** What `skranke statement` answers to one line. */
import type { Rates } from '../policy/rates.schema.js';
import { readDay, type Day } from '../values/day.js';
import { SkrankeError } from '../values/errors.js';
import type { Ore } from '../values/money.js';
import { balance } from './balance.js';
import { claimOf } from './claim-of.js';
import type { FeeCharge } from './fee-charge.js';
import type { InterestPeriod } from './interest.js';
import type { Applied } from './ledger.js';
import type { RawPosting } from './posting.js';

export type StatementLine = {
  readonly asOf: string;
  readonly regime?: string | null | undefined;
  readonly claim: {
    readonly principalOre: number;
    readonly dueDate: string;
    readonly debtorKind: 'consumer' | 'business';
    readonly creditorDeductsVat: boolean;
    readonly postings: readonly RawPosting[];
  };
};

export type StatementAnswer = {
  readonly principalOre: Ore;
  readonly lateInterestOre: Ore;
  readonly feesOre: Ore;
  readonly paidOre: Ore;
  readonly outstandingOre: Ore;
  readonly periods: readonly Omit<InterestPeriod, 'principalOre'>[];
  readonly fees: readonly Omit<FeeCharge, 'date'>[];
  readonly payments: readonly { readonly date: Day; readonly amountOre: Ore; readonly applied: readonly Applied[] }[];
};

/**
 * @throws SKR_POSTING_INVALID for a malformed claim, SKR_BAD_INPUT for a day or an act that is none,
 *         SKR_RATE_MISSING where no row covers a day that is needed
 */
export const statementOf = (line: StatementLine, rates: Rates): StatementAnswer => {
  const asOf = readDay(line.asOf);
  if (asOf === null) throw new SkrankeError('SKR_BAD_INPUT', 'asOf is no day YYYY-MM-DD');
  const regime = line.regime ?? null;
  if (regime !== null && !rates.regimes.some(({ id }) => id === regime))
    throw new SkrankeError('SKR_BAD_INPUT', 'regime is none of config/rates/regimes.yaml');
  const claim = claimOf({ ...line.claim, deductsVat: line.claim.creditorDeductsVat, interestRules: {} });
  if (!claim.ok) throw new SkrankeError('SKR_POSTING_INVALID', claim.fault);
  const answer = balance(claim.value, asOf, rates, regime);
  if (answer.outcome === 'rate-missing')
    throw new SkrankeError('SKR_RATE_MISSING', `no rate covers ${answer.missingRate}`);
  const { principalOre, lateInterestOre, feesOre, paidOre, outstandingOre } = answer;
  return {
    ...{ principalOre, lateInterestOre, feesOre, paidOre, outstandingOre },
    periods: answer.periods.map(({ from, to, days, ratePercent, interestOre }) => ({
      from,
      to,
      days,
      ratePercent,
      interestOre,
    })),
    fees: answer.fees.map(({ rule, amountOre, limitedBy }) => ({
      rule,
      amountOre,
      ...(limitedBy === undefined ? {} : { limitedBy }),
    })),
    payments: answer.payments.map(({ date, amountOre, applied }) => ({ date, amountOre, applied })),
  };
};
