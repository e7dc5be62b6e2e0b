/** What is new in a case since its caseworker read it. */
import type { Case } from '../api/case.js';
import type { Language } from '../api/contract.js';
import { dueAt } from '../time/oslo.js';
import { count, fill, named, type Words } from '../words/words.js';

type Known = Pick<
  Case,
  'stage' | 'queue' | 'identity' | 'assignee' | 'deadlineAt' | 'transcript' | 'notes' | 'version'
>;

/** @returns one sentence each; empty when nothing has changed */
export function whatChanged(
  before: Known,
  after: Known,
  say: Words,
  told: { language: Language; now: string },
): string[] {
  const lines = after.transcript.filter(({ at }) => at > (before.transcript.at(-1)?.at ?? '')).length;
  const notes = after.notes.length - before.notes.length;
  const changes = [
    before.stage === after.stage ? '' : fill(say['change-stage'], named(say, 'stage', after.stage)),
    before.assignee?.id === after.assignee?.id ? '' : heldNow(after, say),
    before.queue === after.queue ? '' : say['change-queue'],
    lines > 0 ? count(say['change-lines'], lines) : '',
    notes > 0 ? count(say['change-notes'], notes) : '',
    before.deadlineAt === after.deadlineAt
      ? ''
      : fill(say['change-deadline'], dueAt(after.deadlineAt, told.language, told.now)),
    before.identity === after.identity ? '' : fill(say['change-identity'], named(say, 'identity', after.identity)),
  ].filter((change) => change !== '');
  return changes.length === 0 && before.version !== after.version ? [say['change-other']] : changes;
}

function heldNow({ assignee }: Known, say: Words): string {
  return assignee === null ? say['change-nobody'] : fill(say['change-assignee'], assignee.name);
}
