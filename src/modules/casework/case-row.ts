/** A case as it stands in a list: no name, and none of her words. */
import type { CaseIdentity } from '../cases/case-draft.js';
import type { QueueRule } from '../policy/desk-policy.js';
import { phraseKeys, type PhraseKey } from '../policy/phrase-keys.js';
import type { Language, Phrases } from '../policy/phrases.js';
import { crisisQueue } from './allowed.js';
import type { Stage } from './transition.js';

export type Three = Readonly<Record<Language, string>>;

/** What the database says of it. `assigneeName` is null with the assignee. */
export type StoredRow = {
  readonly id: string;
  readonly receipt: string;
  readonly queue: string;
  readonly intent: string;
  readonly stage: Stage;
  readonly role: 'controller' | 'processor' | 'unknown';
  readonly identity: CaseIdentity;
  readonly language: Language;
  readonly channel: 'chat' | 'mail' | null;
  readonly receivedAt: Date;
  readonly deadlineAt: Date;
  readonly assignee: string | null;
  readonly assigneeName: string | null;
  readonly waitUntil: Date | null;
  readonly version: number;
};

export type CaseRow = Omit<StoredRow, 'assignee' | 'assigneeName'> & {
  readonly kind: Three;
  readonly overdue: boolean;
  readonly assignee: { readonly id: string; readonly name: string } | null;
};

type Words = { readonly queues: readonly QueueRule[]; readonly phrases: Phrases };

export const caseRow = ({ assigneeName, ...stored }: StoredRow, words: Words, now: Date): CaseRow => ({
  ...stored,
  kind: kindOf(stored, words),
  overdue: isOverdue(stored, now),
  assignee: stored.assignee === null ? null : { id: stored.assignee, name: assigneeName ?? stored.assignee },
});

/** What the person wants, in words; the name of the queue where the desk has no words of its own for it. */
export const kindOf = ({ intent, queue }: Pick<StoredRow, 'intent' | 'queue'>, { queues, phrases }: Words): Three => {
  const key = phraseKeys.find((one) => one === `kind.${intent}`);
  const rule = queues.find(({ id }) => id === queue);
  if (rule !== undefined && (key === undefined || intent === 'other')) return rule.name;
  const said: PhraseKey = key ?? 'kind.other';
  return { nb: phrases.nb[said], nn: phrases.nn[said], en: phrases.en[said] };
};

const stagesThatRun: readonly Stage[] = ['open', 'claimed', 'waiting', 'proposed'];

/** Whether somebody should have acted by now. An alarm is answered when somebody takes it, long before it is settled. */
export const isOverdue = (row: Pick<StoredRow, 'stage' | 'queue' | 'deadlineAt'>, now: Date): boolean =>
  (row.queue === crisisQueue ? row.stage === 'open' : stagesThatRun.includes(row.stage)) && row.deadlineAt <= now;
