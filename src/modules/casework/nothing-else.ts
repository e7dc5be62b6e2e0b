import type { Acted } from './act-outcome.js';

/** An act that changes nothing; what an act does change is laid over it. */
export const nothingElse: Omit<Acted, 'act'> = {
  record: {},
  change: null,
  proposal: { kind: 'none' },
  note: null,
  letter: null,
  waits: null,
  owner: null,
  calmed: false,
  request: null,
};
