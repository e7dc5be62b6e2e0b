/** What a person can do on the page. */
import type { CardRow, Language } from './activity.js';

export type Doings = {
  /** Changes what is being written. */
  readonly write: (text: string) => void;
  /** Sends what is written. */
  readonly send: () => void;
  /** Says what a button says; pressed twice it is said once. */
  readonly press: (text: string) => void;
  readonly retry: (key: string) => void;
  /** Would rather write something else than what was asked for. */
  readonly decline: () => void;
  /** Copies a value; the button stands beside it. */
  readonly copy: (row: CardRow, button: Element) => void;
  readonly speak: (language: Language) => void;
  readonly scrolled: () => void;
  readonly showNewest: () => void;
  readonly end: () => void;
  readonly again: () => void;
};
