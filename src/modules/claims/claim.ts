/** A claim as its balance is reckoned from. */
import type { InterestRules } from '../policy/rates.schema.js';
import type { Day } from '../values/day.js';
import type { Ore } from '../values/money.js';
import type { Posting } from './posting.js';

/**
 * @property principalOre         >= 0, as first demanded, without interest and fees
 * @property creditorDeductsVat   one that cannot deduct it may charge it on
 * @property interestRules        what this creditor's contract changes in the desk's own rules
 */
export type Claim = {
  readonly principalOre: Ore;
  readonly dueDate: Day;
  readonly debtorKind: 'consumer' | 'business';
  readonly creditorDeductsVat: boolean;
  readonly interestRules: Partial<InterestRules>;
  readonly postings: readonly Posting[];
};
