import { describe, expect, it } from '@jest/globals';
import { deskPolicy, now } from '../../../test/world/case-scenes.js';
import { caseRow, isOverdue, kindOf, type StoredRow } from './case-row.js';

const stored: StoredRow = {
  id: '01890000-0000-7000-8000-000000000001',
  receipt: 'R',
  queue: 'rectification',
  intent: 'rectification',
  stage: 'open',
  role: 'unknown',
  identity: 'pending',
  language: 'nb',
  channel: 'mail',
  receivedAt: now,
  deadlineAt: now,
  assignee: null,
  assigneeName: null,
  waitUntil: null,
  version: 1,
};
const kind = (intent: string, queue: string): string => kindOf({ intent, queue }, deskPolicy).nb;

describe('a case in a list', () => {
  it('says in words what the person wants', () => {
    expect(kind('rectification', 'rectification')).toBe(deskPolicy.phrases.nb['kind.rectification']);
  });

  it('takes the name of its queue where there are no words for it', () => {
    expect(kind('other', 'unreadable-mail')).toBe('E-post som ikke lot seg lese');
    expect(kind('crisis', 'crisis')).toBe('Fare for liv');
  });

  it('names who has it, and nobody else', () => {
    const row = caseRow({ ...stored, assignee: 'liv', assigneeName: 'Liv Moe' }, deskPolicy, now);
    expect(row.assignee).toEqual({ id: 'liv', name: 'Liv Moe' });
    expect(row).not.toHaveProperty('assigneeName');
  });
});

describe('isOverdue', () => {
  const at = (stage: StoredRow['stage'], queue: string, deadlineAt = now): boolean =>
    isOverdue({ stage, queue, deadlineAt }, now);

  it('from its deadline on, until it has ended', () => {
    expect(at('open', 'payments')).toBe(true);
    expect(at('waiting', 'payments')).toBe(true);
    expect(at('settled', 'payments')).toBe(false);
    expect(at('open', 'payments', new Date(now.getTime() + 1))).toBe(false);
  });

  it('an alarm only until somebody has taken it [S12]', () => {
    expect([at('open', 'crisis'), at('claimed', 'crisis')]).toEqual([true, false]);
  });
});
