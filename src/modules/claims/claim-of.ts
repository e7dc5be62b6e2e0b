/** From the claim as stored to the claim as its balance is reckoned from. */
import { readDay } from '../values/day.js';
import { ore } from '../values/money.js';
import type { Read } from '../values/read.js';
import type { Claim } from './claim.js';
import type { ClaimView } from './claim-view.js';
import { readInterestRules } from './interest-rules.js';
import { parsePosting, type Posting, type RawPosting } from './posting.js';

type StoredClaim = Pick<ClaimView, 'principalOre' | 'dueDate' | 'debtorKind' | 'deductsVat' | 'interestRules'> & {
  readonly postings: readonly RawPosting[];
};

/** @returns a fault names the field, and a posting by its place from 1, never a value (SKR_POSTING_INVALID) */
export const claimOf = (stored: StoredClaim): Read<Claim> => {
  const dueDate = readDay(stored.dueDate);
  if (dueDate === null) return { ok: false, fault: 'dueDate is no day YYYY-MM-DD' };
  if (!Number.isSafeInteger(stored.principalOre) || stored.principalOre < 0)
    return { ok: false, fault: 'principalOre is no whole number of øre from 0 up' };
  const interestRules = readInterestRules(stored.interestRules);
  if (!interestRules.ok) return interestRules;
  const postings = allPostings(stored.postings);
  if (!postings.ok) return postings;
  const { debtorKind, deductsVat } = stored;
  return {
    ok: true,
    value: {
      principalOre: ore(stored.principalOre),
      dueDate,
      debtorKind,
      creditorDeductsVat: deductsVat,
      interestRules: interestRules.value,
      postings: postings.value,
    },
  };
};

const allPostings = (raw: readonly RawPosting[]): Read<readonly Posting[]> => {
  const read = raw.map(parsePosting);
  const at = read.findIndex(({ ok }) => !ok);
  const wrong = read[at];
  if (wrong !== undefined && !wrong.ok) return { ok: false, fault: `posting ${at + 1}: ${wrong.fault}` };
  return { ok: true, value: read.flatMap((one) => (one.ok ? [one.value] : [])) };
};
