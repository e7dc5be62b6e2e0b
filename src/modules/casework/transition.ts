/**
 * How a case moves: an explicit table, stage by step. Who may take a step stands in `allowed.ts`.
 * `proposed` is a case that waits for a second pair of eyes; it is stored as waiting, with its proposal beside it.
 */

export const stages = ['open', 'claimed', 'waiting', 'proposed', 'settled', 'forwarded', 'withdrawn'] as const;

export type Stage = (typeof stages)[number];

/** `settle` and `approve` end a case on a ground; `propose` asks somebody else to; `wake` is what time does. */
export const steps = [
  'claim',
  'release',
  'reassign',
  'wait',
  'resume',
  'wake',
  'note',
  'answer',
  'propose',
  'settle',
  'approve',
  'resume-desk',
] as const;

export type Step = (typeof steps)[number];

export type StepRefusal =
  'closed' | 'taken' | 'not-claimed' | 'is-waiting' | 'not-waiting' | 'is-proposed' | 'not-proposed';

/** Where a step leads. `ended` is settled or forwarded, as the ground says. */
export type Move = { readonly to: Stage | 'ended' } | { readonly refused: StepRefusal };

const to = (stage: Stage | 'ended'): Move => ({ to: stage });
const no = (refused: StepRefusal): Move => ({ refused });

const closed: Readonly<Record<Step, Move>> = {
  claim: no('closed'),
  release: no('closed'),
  reassign: no('closed'),
  wait: no('closed'),
  resume: no('closed'),
  wake: no('closed'),
  note: no('closed'),
  answer: no('closed'),
  propose: no('closed'),
  settle: no('closed'),
  approve: no('closed'),
  'resume-desk': no('closed'),
};

const table: Readonly<Record<Stage, Readonly<Record<Step, Move>>>> = {
  open: {
    claim: to('claimed'),
    release: no('not-claimed'),
    reassign: to('claimed'),
    wait: no('not-claimed'),
    resume: no('not-waiting'),
    wake: no('not-waiting'),
    note: to('open'),
    answer: no('not-claimed'),
    propose: no('not-claimed'),
    settle: no('not-claimed'),
    approve: no('not-proposed'),
    'resume-desk': no('not-claimed'),
  },
  claimed: {
    claim: no('taken'),
    release: to('open'),
    reassign: to('claimed'),
    wait: to('waiting'),
    resume: no('not-waiting'),
    wake: no('not-waiting'),
    note: to('claimed'),
    answer: to('claimed'),
    propose: to('proposed'),
    settle: to('ended'),
    approve: no('not-proposed'),
    'resume-desk': to('claimed'),
  },
  waiting: {
    claim: no('taken'),
    release: to('open'),
    reassign: to('claimed'),
    wait: to('waiting'),
    resume: to('claimed'),
    wake: to('claimed'),
    note: to('waiting'),
    answer: no('is-waiting'),
    propose: no('is-waiting'),
    settle: no('is-waiting'),
    approve: no('not-proposed'),
    'resume-desk': no('is-waiting'),
  },
  proposed: {
    claim: no('taken'),
    release: no('is-proposed'),
    reassign: no('is-proposed'),
    wait: no('is-proposed'),
    resume: to('claimed'),
    wake: to('claimed'),
    note: to('proposed'),
    answer: no('is-proposed'),
    propose: no('is-proposed'),
    settle: no('is-proposed'),
    approve: to('ended'),
    'resume-desk': no('is-proposed'),
  },
  settled: { ...closed, note: to('settled') },
  forwarded: { ...closed, note: to('forwarded') },
  withdrawn: closed,
};

/** @returns where the step leads from this stage, or why it leads nowhere */
export const transition = (stage: Stage, step: Step): Move => table[stage][step];
