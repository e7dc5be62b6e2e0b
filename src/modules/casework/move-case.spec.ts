import { describe, expect, it } from '@jest/globals';
import { aCase, aProvenCase, idun, inChat, now, settingOf } from '../../../test/world/case-scenes.js';
import { open } from '../disclosure/open.js';
import { seal } from '../disclosure/sealed.js';
import { moveCase, secondPairBy, type Moving } from './move-case.js';

const moved = (act: Moving, scene = aCase(), change: Parameters<typeof settingOf>[1] = {}) => {
  const outcome = moveCase(act, settingOf(scene, change));
  return outcome.outcome === 'done' ? outcome.acted : outcome;
};

describe('moving a case', () => {
  it('claims it for her, and takes a right of the data subject up', () => {
    const free = aCase({ stage: 'open', assignee: null, request: { id: 'r', right: 'access', state: 'received' } });
    expect(moved({ do: 'claim' }, free)).toMatchObject({
      change: { stage: 'claimed', assignee: 'liv', wait: null },
      request: { state: 'in_progress', event: 'taken' },
    });
  });

  it('takes up no right whose person is not known yet: that state is the proof’s to change', () => {
    const pending = aCase({
      stage: 'open',
      assignee: null,
      request: { id: 'r', right: 'access', state: 'identity_pending' },
    });
    expect(moved({ do: 'claim' }, pending)).toMatchObject({ request: null });
  });

  it('releases it to whoever comes next', () => {
    expect(moved({ do: 'release' })).toMatchObject({ change: { stage: 'open', assignee: null } });
  });

  it('gives it to a colleague who clears the queue and is there', () => {
    expect(moved({ do: 'reassign', to: 'idun' })).toMatchObject({
      change: { stage: 'claimed', assignee: 'idun' },
      record: { to: 'idun' },
    });
    expect(moved({ do: 'reassign', to: 'nobody' })).toEqual({ outcome: 'refused', refusal: 'no-such-colleague' });
    expect(moved({ do: 'reassign', to: 'idun' }, aCase(), { colleagues: [{ ...idun, absent: true }] })).toEqual({
      outcome: 'refused',
      refusal: 'no-such-colleague',
    });
  });

  it('lets it wait until a time that lies ahead, for a reason kept under seal', () => {
    const until = new Date(now.getTime() + 1);
    const waits = moved({ do: 'wait', until, reason: seal('venter på banken') });
    expect(waits).toMatchObject({ change: { stage: 'waiting', assignee: 'liv', wait: { until } } });
    expect(JSON.stringify(waits)).not.toContain('banken');
    expect(moved({ do: 'wait', until: now, reason: seal('x') })).toEqual({ outcome: 'refused', refusal: 'not-ahead' });
  });

  it('takes it up again for who had it, and a proposal with it', () => {
    expect(moved({ do: 'resume' }, aCase({ stage: 'proposed' }), { worker: idun })).toMatchObject({
      change: { stage: 'claimed', assignee: 'liv' },
      proposal: { kind: 'drop' },
    });
  });

  it('keeps a note under seal and the case where it is', () => {
    const noted = moved({ do: 'note', text: seal('ringt') });
    expect(noted).toMatchObject({ change: null, letter: null });
    expect('note' in noted && noted.note !== null ? open(noted.note) : '').toBe('ringt');
  });

  it('gives the conversation back to the desk, which begins afresh', () => {
    const held = aProvenCase({ conversation: { ...inChat, owner: 'human' } });
    expect(moved({ do: 'resume-desk' }, held)).toMatchObject({ owner: 'bot', calmed: true, change: null });
  });

  it('waits three working days for a second pair of eyes [I04]', () => {
    expect(secondPairBy(new Date('2026-11-26T09:00:00Z')).toISOString()).toBe('2026-12-01T22:59:59.999Z');
  });
});
