import type { DisclosedRecord } from '../journal/journal-entry.js';
import type { Reply } from '../disclosure/reply.js';
import type { Sealed } from '../disclosure/sealed.js';
import type { ActName } from './act.js';
import type { MailThread } from './case-scene.js';
import type { Stopped } from './check-letter.js';
import type { RequestState } from './fitting-grounds.js';
import type { Refusal } from './refusal.js';
import type { Stage } from './transition.js';

/** Words for a person: where they go, and the decision that lets them. */
export type Letter = {
  readonly reply: Reply;
  readonly record: DisclosedRecord;
  readonly to: { readonly kind: 'chat' } | { readonly kind: 'mail'; readonly thread: MailThread };
};

/** What becomes of the case's row. `wait` keeps it from the queue until then; `ending` is the ground it ended on. */
export type CaseChange = {
  readonly stage: Stage;
  readonly assignee: string | null;
  readonly wait: { readonly until: Date; readonly reason: Sealed<string> | null } | null;
  readonly ending: { readonly ground: string; readonly by: string } | null;
};

/** What becomes of the proposal beside it. */
export type ProposalChange =
  | { readonly kind: 'none' | 'drop' | 'approve' }
  | { readonly kind: 'propose'; readonly ground: string; readonly letter: Sealed<string> | null };

/**
 * Everything one act decided, for `commit` to write in one transaction.
 * @property change    null leaves the case where it is
 * @property record    names and ids for the journal
 * @property letter    to the person; `waits` tells the mail she began with that an answer waits, and nothing of it
 * @property owner     who answers in the conversation from now on; null leaves it as it is
 * @property calmed    the desk forgets the alarm and begins afresh
 * @property request   the legal side, with the event that goes on record
 */
export type Acted = {
  readonly act: ActName;
  readonly record: Readonly<Record<string, unknown>>;
  readonly change: CaseChange | null;
  readonly proposal: ProposalChange;
  readonly note: Sealed<string> | null;
  readonly letter: Letter | null;
  readonly waits: Letter | null;
  readonly owner: 'bot' | 'human' | null;
  readonly calmed: boolean;
  readonly request: {
    readonly state: RequestState | 'in_progress';
    readonly event: 'taken' | 'decided';
    readonly reason: string | null;
  } | null;
};

export type ActOutcome =
  | { readonly outcome: 'done'; readonly acted: Acted }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'stopped'; readonly findings: readonly Stopped[] };
