import { describe, expect, it } from '@jest/globals';
import { aCase, aProvenCase, idun, inChat, inMail, liv, peder, queueNamed } from '../../../test/world/case-scenes.js';
import { allowedActs, refusalOf, stepOf } from './allowed.js';

const proposal = { ground: 'granted', letter: null, by: { id: 'liv', name: 'Liv Moe' } };

describe('what a caseworker may do', () => {
  it('with a case of her own: everything its stage allows', () => {
    expect(allowedActs(aCase(), liv)).toEqual(['release', 'reassign', 'wait', 'note', 'answer', 'settle']);
  });

  it('with a colleague’s case: a note, and to give it to somebody else where she leads', () => {
    expect(allowedActs(aCase(), peder)).toEqual(['note']);
    expect(allowedActs(aCase(), idun)).toEqual(['reassign', 'note']);
  });

  it('with a free case: take it, unless she is away', () => {
    const free = aCase({ stage: 'open', assignee: null });
    expect(refusalOf('claim', free, liv)).toBeNull();
    expect(refusalOf('claim', free, { ...liv, absent: true })).toBe('absent');
    expect(refusalOf('answer', free, liv)).toBe('not-claimed');
  });

  it('with a proposal of her own: take it back, and never approve it [I04]', () => {
    const proposed = aCase({ stage: 'proposed', proposal });
    expect(refusalOf('approve', proposed, liv)).toBe('same-person');
    expect(refusalOf('approve', proposed, { ...liv, id: 'liv-2', name: ' LIV  moe ' })).toBe('same-person');
    expect(refusalOf('approve', proposed, idun)).toBeNull();
    expect(refusalOf('resume', proposed, liv)).toBeNull();
  });

  it('with a proposal that is not there: nothing to approve', () => {
    expect(refusalOf('approve', aCase({ stage: 'proposed', proposal: null }), idun)).toBe('same-person');
  });

  it('answer only where words can reach the person', () => {
    expect(refusalOf('answer', aCase({ conversation: null }), liv)).toBe('unreachable');
    expect(refusalOf('answer', aCase({ conversation: { ...inMail, thread: null } }), liv)).toBe('unreachable');
    expect(refusalOf('answer', aProvenCase(), liv)).toBeNull();
  });

  it('give back a conversation that a person has, or that an alarm holds', () => {
    const crisis = queueNamed('crisis');
    expect(refusalOf('resume-desk', aProvenCase(), liv)).toBe('not-here');
    expect(refusalOf('resume-desk', aProvenCase({ conversation: { ...inChat, owner: 'human' } }), liv)).toBeNull();
    expect(refusalOf('resume-desk', aProvenCase({ queue: crisis }), liv)).toBeNull();
    expect(refusalOf('resume-desk', aProvenCase({ queue: crisis, conversation: null }), liv)).toBe('not-here');
  });

  it('only propose where four eyes look [I04]', () => {
    expect(stepOf('settle', { queue: queueNamed('erasure') })).toBe('propose');
    expect(stepOf('settle', { queue: queueNamed('rectification') })).toBe('settle');
  });
});
