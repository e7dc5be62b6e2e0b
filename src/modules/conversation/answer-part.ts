import type { CardPlan, Part } from '../disclosure/render.js';
import type { CaseDraft } from '../cases/case-draft.js';
import type { PhraseKey } from '../policy/phrase-keys.js';
import type { Wish } from './flow-state.js';
import type { Filed, FlowState } from './flow-state.js';
import type { Outcome } from './outcome.js';

/** What one step adds to the outcome; `respond` joins them. */
export type AnswerPart = {
  readonly parts?: readonly Part[];
  readonly cards?: readonly CardPlan[];
  readonly options?: readonly PhraseKey[];
  readonly awaiting?: FlowState['awaiting'];
  readonly cases?: readonly CaseDraft[];
  readonly filed?: readonly Filed[];
  readonly answered?: readonly Wish[];
  readonly wishes?: readonly Wish[];
  readonly challenge?: Outcome['challenge'];
  readonly told?: readonly string[];
  /** What was filed before the proof is hers now. */
  readonly own?: boolean;
  readonly withdraw?: readonly string[];
  readonly confirm?: Outcome['confirm'];
  /** Cases of a mail whose question this answer answers. */
  readonly settle?: readonly string[];
  readonly suppress?: Outcome['suppress'];
  readonly crisis?: boolean;
  readonly unsure?: boolean;
  readonly threadSettled?: boolean;
  readonly replyKind?: 'crisis';
};
