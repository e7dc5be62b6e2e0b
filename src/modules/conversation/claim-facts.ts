import type { FactName, Facts } from '../disclosure/facts.js';
import { balance } from '../claims/balance.js';
import type { ClaimView } from '../claims/claim-view.js';
import type { InterestPeriod } from '../claims/interest.js';
import { sumOfBalances } from '../claims/sum.js';
import { toClaim } from '../claims/to-claim.js';
import { fill } from '../policy/phrases.js';
import { formatDay, osloDayOf } from '../values/day.js';
import { formatOre } from '../values/money.js';
import type { Setting } from './setting.js';

/** What the desk could tell of one claim today. Where a rate is missing the amounts are left out: nothing is guessed. */
export const claimFacts = (claim: ClaimView, setting: Setting): Facts => {
  const { policy, now } = setting;
  const asOf = osloDayOf(now);
  const reckoned = balance(toClaim(claim), asOf, policy.rates);
  return {
    creditor: claim.creditor,
    accountNumber: claim.accountNumber,
    dueDate: claim.dueDate,
    asOf,
    claimStatus: claim.status,
    ...(claim.caseNumber === null ? {} : { caseNumber: claim.caseNumber }),
    ...(claim.invoiceNumber === null ? {} : { invoiceNumber: claim.invoiceNumber }),
    ...(claim.kid === null ? {} : { kid: claim.kid }),
    ...(reckoned.outcome === 'rate-missing'
      ? {}
      : {
          principal: reckoned.principalOre,
          lateInterest: reckoned.lateInterestOre,
          fees: reckoned.feesOre,
          paid: reckoned.paidOre,
          outstanding: Math.max(0, reckoned.outstandingOre),
          ...(reckoned.outstandingOre < 0 ? { overpaid: 0 - reckoned.outstandingOre } : {}),
          interestPeriods: reckoned.periods.map((period) => periodLine(period, setting)).join('\n'),
        }),
  };
};

/** The sum over claims; without the sum where one of them cannot be reckoned. */
export const totalFacts = (claims: readonly ClaimView[], { policy, now }: Setting): Facts => {
  const asOf = osloDayOf(now);
  const sum = sumOfBalances(claims.map((claim) => balance(toClaim(claim), asOf, policy.rates)));
  return {
    claimCount: claims.length,
    asOf,
    ...(sum.outcome === 'reckoned' ? { totalOutstanding: sum.outstandingOre } : {}),
  };
};

/** One line a period of one rate, in the words of `breakdown.period`. */
const periodLine = (period: InterestPeriod, { policy, meaning: { language } }: Setting): string => {
  const facts: Partial<Record<FactName, string>> = {
    periodFrom: formatDay(period.from, language),
    periodTo: formatDay(period.to, language),
    periodDays: String(period.days),
    periodRate: `${String(period.ratePercent).replace('.', language === 'en' ? '.' : ',')} %`,
    periodPrincipal: formatOre(period.principalOre, language),
    periodInterest: formatOre(period.interestOre, language),
  };
  return fill(policy.phrases[language]['breakdown.period'], (name) => facts[name] ?? '');
};
