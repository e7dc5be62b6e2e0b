/** Nynorsk. */
import type { Key } from './nb.js';
import { acts } from './nn/acts.js';
import { casePage } from './nn/case.js';
import { faults } from './nn/faults.js';
import { frame } from './nn/frame.js';
import { history } from './nn/history.js';
import { queues } from './nn/queues.js';
import { wants } from './nn/wants.js';

export const nn: Readonly<Record<Key, string>> = {
  ...frame,
  ...faults,
  ...queues,
  ...casePage,
  ...history,
  ...acts,
  ...wants,
};
