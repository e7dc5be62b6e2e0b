/** What a conversation remembers between turns. Stored sealed, with its version; an unknown version starts afresh. */

export const flowVersion = 2;

/** What the person wanted before she had proved who she is. */
export type Wish = 'balance' | 'balance_breakdown' | 'payment_info' | 'status_of_request';

/**
 * A case filed in this conversation, so that it can be named, confirmed or taken back.
 * @property at    when, epoch ms; what one message made has the same
 * @property hers  filed by, or later made that of, a proven person
 */
export type Filed = {
  readonly at: number;
  readonly hers: boolean;
  readonly caseId: string;
  readonly receipt: string;
  readonly intent: string;
  readonly key: string;
};

/**
 * @property awaiting      what the desk has just asked for
 * @property codeTarget    the address or number the last code was asked for, so that another can go there
 * @property codesAskedAt  epoch ms of the codes asked for in the last hour
 * @property wrongLetterAt epoch ms of wrong letter codes in the last hour
 * @property undone        how often something was taken back: the same words may be meant anew after that
 * @property answeredKeys  business keys of questions the desk answered itself and has put on record
 * @property thread        the mail conversation this chat was opened from
 */
export type FlowState = {
  readonly version: typeof flowVersion;
  readonly awaiting: 'nothing' | 'address' | 'code' | 'letter-code' | 'postal-address' | 'thread-confirmation';
  readonly wishes: readonly Wish[];
  readonly clarified: number;
  readonly codeTarget: { readonly kind: 'email' | 'phone'; readonly typed: string } | null;
  readonly codesAskedAt: readonly number[];
  readonly wrongLetterAt: readonly number[];
  readonly filed: readonly Filed[];
  readonly undone: number;
  readonly answeredKeys: readonly string[];
  readonly thread: { readonly id: string | null; readonly settled: boolean } | null;
  readonly crisis: boolean;
  readonly provenOnce: boolean;
};

export const freshFlow: FlowState = {
  version: flowVersion,
  awaiting: 'nothing',
  wishes: [],
  clarified: 0,
  codeTarget: null,
  codesAskedAt: [],
  wrongLetterAt: [],
  filed: [],
  undone: 0,
  answeredKeys: [],
  thread: null,
  crisis: false,
  provenOnce: false,
};

/**
 * @param stored  the stored JSON, null for a new conversation
 * @returns       the state, or `restarted` when it was written by another version of the desk
 */
export const readFlow = (stored: string | null): { readonly state: FlowState; readonly restarted: boolean } => {
  if (stored === null) return { state: freshFlow, restarted: false };
  const parsed = JSON.parse(stored) as { version?: unknown };
  return parsed.version === flowVersion
    ? { state: parsed as FlowState, restarted: false }
    : { state: freshFlow, restarted: true };
};

const wishes: readonly string[] = [
  'balance',
  'balance_breakdown',
  'payment_info',
  'status_of_request',
] satisfies readonly Wish[];

export const isWish = (intent: string): intent is Wish => wishes.includes(intent);
