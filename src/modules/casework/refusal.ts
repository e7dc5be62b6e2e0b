import type { ErrorCode } from '../values/errors.js';
import type { StepRefusal } from './transition.js';

/**
 * Why something was not done. All of them are expected: a page was old, a colleague was quicker, a rule stands in the way.
 * - `stale`, `moved-on`      the case, or its conversation, is not the one that was read
 * - `same-person`            four eyes are two people (I04, I05)
 * - `ground-unfit`           no ground, an unknown one, or one that does not fit this case
 * - `letter-needed`          the ground asks for words and there are none (L4)
 * - `unreachable`            there is no channel the policy lets this letter take
 */
export type Refusal =
  | StepRefusal
  | 'stale'
  | 'moved-on'
  | 'not-yours'
  | 'absent'
  | 'same-person'
  | 'not-here'
  | 'no-such-colleague'
  | 'not-ahead'
  | 'ground-unfit'
  | 'letter-needed'
  | 'unreachable';

/** What the outside is told of a refusal: that the page was old, or that it is refused. */
export const refusalCode = (refusal: Refusal): ErrorCode =>
  refusal === 'stale' || refusal === 'moved-on' ? 'SKR_PRECONDITION' : 'SKR_REFUSED';
