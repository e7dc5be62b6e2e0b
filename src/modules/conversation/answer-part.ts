import type { CardPlan, Part } from '../disclosure/render.js';
import type { ReplyBody } from '../disclosure/reply.js';
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
  readonly expects?: NonNullable<ReplyBody['expects']>;
  readonly awaiting?: FlowState['awaiting'];
  readonly cases?: readonly CaseDraft[];
  readonly filed?: readonly Filed[];
  readonly answered?: readonly Wish[];
  readonly wishes?: readonly Wish[];
  readonly challenge?: Outcome['challenge'];
  readonly told?: readonly string[];
  readonly withdraw?: readonly string[];
  readonly confirm?: Outcome['confirm'];
  readonly suppress?: Outcome['suppress'];
  readonly crisis?: boolean;
  readonly unsure?: boolean;
  readonly threadSettled?: boolean;
  readonly replyKind?: 'crisis';
};
