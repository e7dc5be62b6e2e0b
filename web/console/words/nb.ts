/** Bokmål, the language the others are held against. `{}` is where a value goes; `one|other` where a number decides. */
import { acts } from './nb/acts.js';
import { casePage } from './nb/case.js';
import { faults } from './nb/faults.js';
import { frame } from './nb/frame.js';
import { history } from './nb/history.js';
import { queues } from './nb/queues.js';
import { wants } from './nb/wants.js';

export const nb = { ...frame, ...faults, ...queues, ...casePage, ...history, ...acts, ...wants } as const;

export type Key = keyof typeof nb;
