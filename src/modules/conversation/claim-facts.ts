import type { Facts } from '../disclosure/facts.js';
import { balance } from '../claims/balance.js';
import type { ClaimView } from '../claims/claim-view.js';
import type { InterestPeriod } from '../claims/interest.js';
import { sumOfBalances } from '../claims/sum.js';
import { toClaim } from '../claims/to-claim.js';
import type { Language } from '../policy/phrases.js';
import { formatDay, osloDayOf } from '../values/day.js';
import { formatOre } from '../values/money.js';
import type { Setting } from './setting.js';

/** What the desk could tell of one claim today. Where a rate is missing the amounts are left out: nothing is guessed. */
export const claimFacts = (claim: ClaimView, { policy, now, meaning }: Setting): Facts => {
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
          interestPeriods: reckoned.periods.map((period) => periodLine(period, meaning.language)).join('\n'),
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

const periodLine = (
  { from, to, days, ratePercent, principalOre, interestOre }: InterestPeriod,
  language: Language,
): string => {
  const rate = `${String(ratePercent).replace('.', language === 'en' ? '.' : ',')} %`;
  return words[language]({
    from: formatDay(from, language),
    to: formatDay(to, language),
    days,
    rate,
    of: formatOre(principalOre, language),
    interest: formatOre(interestOre, language),
  });
};

type Line = {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly rate: string;
  readonly of: string;
  readonly interest: string;
};

const words: Readonly<Record<Language, (line: Line) => string>> = {
  nb: (line) => `${line.from} – ${line.to}: ${String(line.days)} dager à ${line.rate} av ${line.of} = ${line.interest}`,
  nn: (line) => `${line.from} – ${line.to}: ${String(line.days)} dagar à ${line.rate} av ${line.of} = ${line.interest}`,
  en: (line) => `${line.from} – ${line.to}: ${String(line.days)} days at ${line.rate} of ${line.of} = ${line.interest}`,
};
