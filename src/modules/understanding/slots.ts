/** What a message names beside what it means: sums, days, counts, case numbers, addresses, other people, each with its place. */
import type { Day } from '../values/day.js';
import type { CaseNumberFinder } from './case-numbers.js';
import { findAmounts } from './find-amounts.js';
import { findDays, type Toward } from './find-days.js';
import { findInstalments } from './find-instalments.js';
import { findPeople } from './find-people.js';
import { findPostalAddresses } from './find-postal-addresses.js';
import { normalise, toOriginal } from './normalise.js';

/** Half-open, in UTF-16 units. */
export type Place = { readonly start: number; readonly end: number };

/** Øre, > 0, at most a hundred million kroner. */
export type AmountSlot = Place & { readonly kind: 'amount'; readonly ore: number };
/** @property said  a day of the calendar, or one reckoned from today */
export type DaySlot = Place & { readonly kind: 'day'; readonly day: Day; readonly said: 'named' | 'reckoned' };
/** Two or more. */
export type InstalmentSlot = Place & { readonly kind: 'instalments'; readonly count: number };
export type CaseSlot = Place & { readonly kind: 'case' };
export type AddressSlot = Place & { readonly kind: 'address' };
export type PersonSlot = Place & { readonly kind: 'person' };

export type Slot = AmountSlot | DaySlot | InstalmentSlot | CaseSlot | AddressSlot | PersonSlot;

export type SlotReader = {
  /** Relative days are reckoned from here. */
  readonly today: Day;
  /** Which of the possible years, months and weeks a half-named day is in. */
  readonly toward: Toward;
  readonly findCaseNumbers: CaseNumberFinder;
};

/** No message names more than this; the rest is left to a person. */
const MOST = 50;
const READ_LIMIT = 20_000;

/**
 * Everything named in a text; guesses to be read back and confirmed, never acted on unread.
 * @param text  as it was written; only its head is read
 * @returns     left to right, places in `text`
 * @throws      never
 */
export function slotsOf(text: string, { today, toward, findCaseNumbers }: SlotReader): readonly Slot[] {
  const source = normalise(text.slice(0, READ_LIMIT));
  const found: readonly Slot[] = [
    ...findAmounts(source.text),
    ...findDays(source.text, today, toward),
    ...findInstalments(source.text),
    ...findCaseNumbers(source.text).map((place) => ({ ...place, kind: 'case' as const })),
    ...findPostalAddresses(source.text),
    ...findPeople(source.text),
  ];
  return found
    .toSorted((a, b) => a.start - b.start)
    .slice(0, MOST)
    .map((slot) => {
      const [start, end] = toOriginal(source, slot.start, slot.end);
      return { ...slot, start, end };
    });
}
