/** English. */
import type { Key } from './nb.js';
import { acts } from './en/acts.js';
import { casePage } from './en/case.js';
import { faults } from './en/faults.js';
import { frame } from './en/frame.js';
import { history } from './en/history.js';
import { queues } from './en/queues.js';
import { wants } from './en/wants.js';

export const en: Readonly<Record<Key, string>> = {
  ...frame,
  ...faults,
  ...queues,
  ...casePage,
  ...history,
  ...acts,
  ...wants,
};
