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

const codes: Readonly<Record<Refusal, ErrorCode>> = {
  closed: 'SKR_CONFLICT',
  taken: 'SKR_CONFLICT',
  'not-claimed': 'SKR_CONFLICT',
  'is-waiting': 'SKR_CONFLICT',
  'not-waiting': 'SKR_CONFLICT',
  'is-proposed': 'SKR_CONFLICT',
  'not-proposed': 'SKR_CONFLICT',
  stale: 'SKR_CONFLICT',
  'moved-on': 'SKR_PRECONDITION',
  'not-yours': 'SKR_FORBIDDEN',
  absent: 'SKR_CONFLICT',
  'same-person': 'SKR_FORBIDDEN',
  'not-here': 'SKR_FORBIDDEN',
  'no-such-colleague': 'SKR_BAD_INPUT',
  'not-ahead': 'SKR_BAD_INPUT',
  'ground-unfit': 'SKR_GROUND_REFUSED',
  'letter-needed': 'SKR_LETTER_NEEDED',
  unreachable: 'SKR_UNREACHABLE',
};

/** What the outside is told of a refusal. */
export const refusalCode = (refusal: Refusal): ErrorCode => codes[refusal];
