import { describe, expect, it } from '@jest/globals';
import { aCase, aProvenCase, deskPolicy, idun, inChat, liv, now } from '../../../test/world/case-scenes.js';
import { seal } from '../disclosure/sealed.js';
import type { CaseFile } from './case-file.js';
import { showCase } from './show-case.js';

const file = (change: Partial<CaseFile> = {}): CaseFile => ({
  row: {
    ...{ id: aCase().id, receipt: 'R', queue: 'rectification', intent: 'rectification', stage: 'claimed' },
    ...{ role: 'controller', identity: 'pending', language: 'nb', channel: 'mail', receivedAt: now, deadlineAt: now },
    ...{ assignee: 'liv', assigneeName: 'Liv Moe', waitUntil: null, version: 3 },
  },
  scene: aCase(),
  person: null,
  words: seal('Rett adressen min'),
  waitReason: null,
  proposedAt: null,
  request: null,
  claim: null,
  lines: [],
  notes: [],
  siblings: [],
  history: [],
  mail: null,
  ...change,
});
const shown = (change: Partial<CaseFile> = {}) =>
  showCase(file(change), { worker: liv, colleagues: [liv, idun], policy: deskPolicy, find: () => [], now });

describe('a case that is opened', () => {
  it('shows her words without identity numbers, and nobody while identity is pending', () => {
    const { words, person, mayTell, reach } = shown({ words: seal('Jeg er 11867930231') });
    expect([words, person, mayTell, reach]).toEqual([`Jeg er ${'\u2022'.repeat(11)}`, null, 'general', 'mail']);
  });

  it('shows who it is once she is proven, and that the answer may speak of her case', () => {
    const { person, mayTell, reach } = shown({
      scene: aProvenCase(),
      person: { name: seal('Kari Berg'), language: 'nn' },
    });
    expect([person, mayTell, reach]).toEqual([{ name: 'Kari Berg', language: 'nn' }, 'own-facts', 'chat']);
  });

  it('shows empty words once their key is destroyed', () => {
    expect(shown({ words: null }).words).toBe('');
    expect(shown({ lines: [{ seq: 1, author: 'person', at: now, body: null }] }).transcript).toEqual([]);
  });

  it('shows our own lines with what stood in their cards', () => {
    const body = {
      ...{ lang: 'nb', text: 'Kravet er slik:', options: [] },
      cards: [
        {
          title: 'Tindevind',
          rows: [{ label: 'KID', value: '123', copy: true }],
          total: { label: 'Å betale', value: '1,00 kr' },
        },
      ],
    };
    const lines = [
      { seq: 1, author: 'person' as const, at: now, body: seal('Hva er kravet på?') },
      { seq: 2, author: 'desk' as const, at: now, body: seal(JSON.stringify(body)) },
    ];
    expect(shown({ lines, scene: aCase({ conversation: inChat }) }).transcript.map(({ text }) => text)).toEqual([
      'Hva er kravet på?',
      'Kravet er slik:\n\nTindevind\nKID: 123\nÅ betale: 1,00 kr',
    ]);
  });

  it('offers what she may do, the grounds that fit, and the colleagues who could take it', () => {
    const { acts, grounds, colleagues } = shown();
    expect(acts).toContain('answer');
    expect(grounds.map(({ id }) => id)).not.toContain('forwarded-to-controller');
    expect(colleagues).toEqual([{ id: 'idun', name: 'Idun Strand', absent: false }]);
  });

  it('says what the screen made of its mail', () => {
    const mail = { id: 'm', reason: 'no-text', from: seal('a@b.no'), read: null };
    expect(shown({ mail: { ...mail, state: 'quarantined' } }).mail).toEqual({
      id: 'm',
      from: 'a@b.no',
      attachments: [],
      screen: { verdict: 'quarantine', reason: 'no-text' },
    });
    expect(shown({ mail: { ...mail, state: 'stored' } }).mail?.screen).toBeNull();
  });
});
