import type { Sealed } from '../disclosure/sealed.js';

/** Everything a caseworker can do with a case, in the order the page offers it. */
export const actNames = [
  'claim',
  'release',
  'reassign',
  'wait',
  'resume',
  'note',
  'answer',
  'settle',
  'approve',
  'resume-desk',
] as const;

export type ActName = (typeof actNames)[number];

/**
 * One thing a caseworker does. Her own words come sealed: they may speak of somebody.
 * @property ifLastSeq   the last line of the conversation she had read; null when she does not say
 * @property until       wakes the case again; must lie ahead
 * @property secondLook  she has read again what the lint of letters had found, and means it
 */
export type Act =
  | { readonly do: 'claim' }
  | { readonly do: 'release' }
  | { readonly do: 'resume' }
  | { readonly do: 'approve' }
  | { readonly do: 'resume-desk' }
  | { readonly do: 'reassign'; readonly to: string }
  | { readonly do: 'wait'; readonly until: Date; readonly reason: Sealed<string> }
  | { readonly do: 'note'; readonly text: Sealed<string> }
  | {
      readonly do: 'answer';
      readonly text: Sealed<string>;
      readonly ifLastSeq: number | null;
      readonly secondLook: boolean;
    }
  | {
      readonly do: 'settle';
      readonly ground: string;
      readonly text: Sealed<string> | null;
      readonly secondLook: boolean;
    };
