import { describe, expect, it } from '@jest/globals';
import {
  aCase,
  aProvenCase,
  idun,
  inChat,
  letterRules,
  queueNamed,
  settingOf,
  thread,
} from '../../../test/world/case-scenes.js';
import { seal } from '../disclosure/sealed.js';
import type { CaseScene } from './case-scene.js';
import { approve, settle } from './settle.js';

const ended = (scene: CaseScene, ground: string, text: string | null = 'Hei, slik blir det.', change = {}) =>
  settle({ ground, text: text === null ? null : seal(text), looks: 'first' }, settingOf(scene, change));
const inErasure = { queue: queueNamed('erasure'), request: { id: 'r', right: 'erasure', state: 'in_progress' } };

describe('settling a case', () => {
  it('ends it on its ground, with article and term on record, and the request decided [L4]', () => {
    expect(ended(aProvenCase(), 'granted')).toMatchObject({
      outcome: 'done',
      acted: {
        record: { ground: 'granted', article: '12(3)', dpv: 'dpv:RequestFulfilled' },
        change: { stage: 'settled', ending: { ground: 'granted', by: 'liv' } },
        request: { state: 'decided_granted', event: 'decided', reason: 'granted' },
      },
    });
  });

  it('is refused without a ground, on one nobody knows, and on one that does not fit [L4]', () => {
    for (const ground of ['', 'because', 'refused-legal-obligation', 'answered', 'forwarded-to-controller'])
      expect(ended(aProvenCase(), ground)).toEqual({ outcome: 'refused', refusal: 'ground-unfit' });
  });

  it('is told in words where less was given than asked, wherever she can be reached [L4]', () => {
    expect(ended(aProvenCase(), 'refused-accurate', null)).toEqual({ outcome: 'refused', refusal: 'letter-needed' });
    expect(ended(aProvenCase(), 'granted', null)).toMatchObject({ outcome: 'done', acted: { letter: null } });
    expect(ended(aCase({ conversation: null }), 'refused-accurate', null)).toMatchObject({ outcome: 'done' });
  });

  it('does not throw words away that reach nobody', () => {
    expect(ended(aCase({ conversation: null }), 'granted')).toEqual({ outcome: 'refused', refusal: 'unreachable' });
  });

  it('stops a letter that may not go, before anything is changed [ND2]', () => {
    expect(ended(aCase(), 'not-identified', 'Kravet er på 500 kr.')).toMatchObject({
      outcome: 'stopped',
      findings: [{ kind: 'amount', mayPass: false }],
    });
  });

  it('passes on what a creditor decides, and only that [S10, L9]', () => {
    const processor = aProvenCase({ role: 'processor' });
    expect(ended(processor, 'forwarded-to-controller')).toMatchObject({
      acted: { change: { stage: 'forwarded' }, request: { state: 'forwarded' } },
    });
    expect(ended(processor, 'granted')).toEqual({ outcome: 'refused', refusal: 'ground-unfit' });
  });

  it('gives the conversation back to the desk, unless somebody is at work on another case of it', () => {
    const held = { ...inChat, owner: 'human' as const };
    expect(ended(aProvenCase({ conversation: held }), 'granted')).toMatchObject({ acted: { owner: 'bot' } });
    expect(ended(aProvenCase({ conversation: { ...held, shared: true } }), 'granted')).toMatchObject({
      acted: { owner: null },
    });
  });

  it('ends an alarm: the desk stops repeating the help lines', () => {
    const alarm = aProvenCase({ queue: queueNamed('crisis'), request: null });
    expect(ended(alarm, 'answered')).toMatchObject({ acted: { calmed: true } });
    expect(ended(aProvenCase(), 'granted')).toMatchObject({ acted: { calmed: false } });
  });

  it('tells the mail it came by that an answer waits, only where there is an answer', () => {
    const came = aProvenCase({ cameBy: thread });
    expect(ended(came, 'granted')).toMatchObject({ acted: { waits: { to: { kind: 'mail' } } } });
    expect(ended(came, 'granted', null)).toMatchObject({ acted: { waits: null } });
  });
});

describe('where four eyes look', () => {
  it('settling only proposes: nothing is told and the request stays open [I04]', () => {
    expect(ended(aProvenCase(inErasure), 'granted')).toMatchObject({
      acted: {
        change: { stage: 'proposed', assignee: 'liv', ending: null },
        proposal: { kind: 'propose', ground: 'granted' },
        letter: null,
        request: null,
      },
    });
  });

  const proposed = aProvenCase({
    ...inErasure,
    stage: 'proposed',
    proposal: { ground: 'refused-legal-claims', letter: seal('Vi trenger det.'), by: { id: 'liv', name: 'Liv Moe' } },
  });

  it('the second person ends it, and both stand on record [I04]', () => {
    expect(approve(settingOf(proposed, { worker: idun }))).toMatchObject({
      acted: {
        record: { ground: 'refused-legal-claims', proposedBy: 'liv' },
        change: { ending: { by: 'idun' } },
        proposal: { kind: 'approve' },
        request: { state: 'decided_refused' },
      },
    });
  });

  it('the second look does not let through what may never go [ND2]', () => {
    const noLonger = { ...proposed, identity: 'low' as const };
    const amount = {
      ground: 'refused-legal-claims',
      letter: seal('Det er 500 kr.'),
      by: { id: 'liv', name: 'Liv Moe' },
    };
    const setting = settingOf({ ...noLonger, proposal: amount }, { worker: idun, rules: letterRules() });
    expect(approve(setting)).toMatchObject({ outcome: 'stopped' });
  });

  it('a proposal that is gone cannot be approved', () => {
    expect(approve(settingOf({ ...proposed, proposal: null }))).toEqual({
      outcome: 'refused',
      refusal: 'not-proposed',
    });
  });
});
