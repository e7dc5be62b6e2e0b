import { describe, expect, it } from '@jest/globals';
import { stages, steps, transition, type Stage, type Step } from './transition.js';

const leadsTo = (stage: Stage, step: Step): string => {
  const move = transition(stage, step);
  return 'to' in move ? move.to : `no: ${move.refused}`;
};

describe('transition', () => {
  it.each<[Stage, Step, string]>([
    ['open', 'claim', 'claimed'],
    ['open', 'reassign', 'claimed'],
    ['open', 'answer', 'no: not-claimed'],
    ['open', 'settle', 'no: not-claimed'],
    ['claimed', 'claim', 'no: taken'],
    ['claimed', 'release', 'open'],
    ['claimed', 'wait', 'waiting'],
    ['claimed', 'settle', 'ended'],
    ['claimed', 'propose', 'proposed'],
    ['claimed', 'approve', 'no: not-proposed'],
    ['waiting', 'wake', 'claimed'],
    ['waiting', 'answer', 'no: is-waiting'],
    ['proposed', 'approve', 'ended'],
    ['proposed', 'settle', 'no: is-proposed'],
    ['proposed', 'release', 'no: is-proposed'],
    ['proposed', 'resume', 'claimed'],
    ['settled', 'note', 'settled'],
    ['withdrawn', 'note', 'no: closed'],
  ])('a case that is %s: %s -> %s', (stage, step, where) => {
    expect(leadsTo(stage, step)).toBe(where);
  });

  it('leads out of no ended case: what has been told is not changed behind her back', () => {
    for (const stage of ['settled', 'forwarded', 'withdrawn'] as const)
      expect(steps.filter((step) => !['no: closed', stage].includes(leadsTo(stage, step)))).toEqual([]);
  });

  it('ends a case only by settling or approving', () => {
    const ending = stages.flatMap((stage) => steps.filter((step) => leadsTo(stage, step) === 'ended'));
    expect([...new Set(ending)].sort()).toEqual(['approve', 'settle']);
  });
});
