import type { Rates } from '../policy/rates.schema.js';
import type { Day } from '../values/day.js';
import { balance } from './balance.js';
import type { ClaimView } from './claim-view.js';
import { toClaim } from './to-claim.js';

/** What is to be paid on a claim on a day, in øre; null where a rate is missing and nothing may be guessed. */
export const outstandingOf = (view: ClaimView, asOf: Day, rates: Rates): number | null => {
  const reckoned = balance(toClaim(view), asOf, rates);
  return reckoned.outcome === 'reckoned' ? reckoned.outstandingOre : null;
};
