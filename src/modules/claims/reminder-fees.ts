/** Fees for reminders, collection notices and the creditor's own demand for payment. */
import { rateOn } from '../policy/rate-on.js';
import type { Fees } from '../policy/rates.schema.js';
import { addDays, type Day } from '../values/day.js';
import { ore, roundedOre, type Ore } from '../values/money.js';
import { rational, times } from '../values/rational.js';
import type { Claim } from './claim.js';
import { allowedFee, noFee, type FeeCharge, type MissingRate } from './fee-charge.js';
import { isCharge, type Charge } from './posting.js';

type Reminder = Charge & { readonly kind: 'reminder' | 'collectionNotice' | 'paymentDemand' };

/**
 * @returns  a fee for each step that may cost one; nothing for the collector's demand, which its own fee pays for
 * @source   inkassoforskriften §§ 1-1 to 1-3: from 14 days after the due date, two reminders or one and a notice, one demand
 */
export const reminderFees = (claim: Claim, fees: Fees): readonly (FeeCharge | MissingRate)[] => {
  const byCollector = claim.postings.some(({ kind }) => kind === 'collectionFee');
  const steps = claim.postings
    .filter(isCharge)
    .filter(isReminder)
    .filter(({ kind, amountOre }) => kind !== 'paymentDemand' || amountOre !== null || !byCollector);
  const part = rateOn(fees.reminderFees, claim.dueDate);
  const earliest = part === null ? claim.dueDate : addDays(claim.dueDate, part.earliestDaysAfterDue);
  return steps.map((step, at) => {
    const named = { date: step.date, rule: step.kind };
    if (part !== null && step.date < earliest) return noFee(named, 'too-early');
    const before = steps
      .slice(0, at)
      .filter(({ date, kind }) => date >= earliest && isDemand(kind) === isDemand(step.kind)).length;
    if (part !== null && before >= (isDemand(step.kind) ? 1 : part.mostReminders)) return noFee(named, 'too-many');
    return allowedFee(named, step.amountOre, mostFor(step, claim.dueDate, fees));
  });
};

const isReminder = (charge: Charge): charge is Reminder =>
  charge.kind !== 'collectionFee' && charge.kind !== 'courtFee';

const isDemand = (kind: Reminder['kind']): boolean => kind === 'paymentDemand';

const mostFor = ({ kind, date }: Reminder, dueDate: Day, fees: Fees): Ore | MissingRate => {
  const part = rateOn(fees.reminderFees, dueDate);
  const sats = rateOn(fees.inkassosats, date);
  if (part === null || sats === null) return { missingRate: part === null ? dueDate : date };
  const [above, below] = part[kind === 'paymentDemand' ? 'ownPaymentDemand' : kind].split('/').map(Number);
  const nok = times(rational(Number(sats.nok)), rational(above ?? 0, below ?? 1));
  return sats.remindersRoundedTo === 'krone'
    ? ore(roundedOre(nok, 'half-up') * 100)
    : roundedOre(times(nok, rational(100)), 'half-up');
};
