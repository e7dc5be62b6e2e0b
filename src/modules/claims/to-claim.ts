import { SkrankeError } from '../values/errors.js';
import type { Claim } from './claim.js';
import { claimOf } from './claim-of.js';
import type { ClaimView } from './claim-view.js';

/**
 * The stored claim as its balance is reckoned from. Stored postings were checked when they came in, so one that no
 * longer reads is a broken world.
 * @throws SKR_POSTING_INVALID
 */
export const toClaim = (view: ClaimView): Claim => {
  const read = claimOf(view);
  if (!read.ok) throw new SkrankeError('SKR_POSTING_INVALID', read.fault);
  return read.value;
};
