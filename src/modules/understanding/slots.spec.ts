import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { parseDay } from '../values/day.js';
import { loadLexicon } from './load-model.service.js';
import { slotsOf, type Slot } from './slots.js';

const { findCaseNumbers } = loadLexicon();
/** A Wednesday. */
const today = parseDay('2026-11-25');
const read = (text: string, toward: 'coming' | 'past' = 'coming'): readonly Slot[] =>
  slotsOf(text, { today, toward, findCaseNumbers });
const amounts = (text: string): readonly number[] =>
  read(text).flatMap((slot) => (slot.kind === 'amount' ? [slot.ore / 100] : []));
const days = (text: string, toward: 'coming' | 'past' = 'coming'): readonly string[] =>
  read(text, toward).flatMap((slot) => (slot.kind === 'day' ? [slot.day] : []));
const counts = (text: string): readonly number[] =>
  read(text).flatMap((slot) => (slot.kind === 'instalments' ? [slot.count] : []));
const texts = (text: string, kind: Slot['kind']): readonly string[] =>
  read(text)
    .filter((slot) => slot.kind === kind)
    .map(({ start, end }) => text.slice(start, end));

describe('a sum', () => {
  it.each([
    ['kan jeg betale 500 kr i måneden', 500],
    ['jeg klarer kr 1 500 nå', 1500],
    ['beløpet på 1.500,50 kroner', 1500.5],
    ['NOK 1,500 today', 1500],
    ['eg kan betale 800,- no', 800],
    ['kan betale 600 i månaden', 600],
    ['I can do 700 a month', 700],
    ['fem hundre kroner kan jeg klare', 500],
    ['tusen kroner i måneden', 1000],
    ['sender 2k nå', 2000],
  ])('is read in %j', (text, sum) => {
    expect(amounts(text)).toEqual([sum]);
  });

  it('is no year, no house number and no number of a case', () => {
    for (const text of ['i 2024 flyttet jeg', 'Storgata 5', 'sak 123456', 'ring 91234567'])
      expect([text, amounts(text)]).toEqual([text, []]);
  });
});

describe('a day', () => {
  it.each([
    ['jeg betaler 15. januar', '2027-01-15'],
    ['innen 15.01.2027', '2027-01-15'],
    ['the 3rd of March', '2027-03-03'],
    ['on March 3rd, 2027', '2027-03-03'],
    ['5 December', '2026-12-05'],
    ['etter lønn den 15.', '2026-12-15'],
    ['by the 28th', '2026-11-28'],
    ['neste fredag', '2026-12-04'],
    ['på fredag', '2026-11-27'],
    ['next Monday', '2026-11-30'],
    ['på laurdag', '2026-11-28'],
    ['om to uker', '2026-12-09'],
    ['om ein månad', '2026-12-25'],
    ['in 10 days', '2026-12-05'],
    ['i morgon', '2026-11-26'],
    ['at the end of the month', '2026-11-30'],
    ['betaler 1/12', '2026-12-01'],
  ])('is read in %j', (text, day) => {
    expect(days(text)).toEqual([day]);
  });

  it('lies behind when a payment is told of', () => {
    expect(days('betalte 3. mai', 'past')).toEqual(['2026-05-03']);
    expect(days('paid on Friday', 'past')).toEqual(['2026-11-20']);
    expect(days('trukket den 27.', 'past')).toEqual(['2026-10-27']);
  });

  it('that does not exist is none', () => {
    expect(days('31. februar')).toEqual([]);
    expect(days('45.13.2026')).toEqual([]);
  });
});

describe('a count of instalments', () => {
  it.each([
    ['kan jeg betale i 6 avdrag', 6],
    ['dele det opp i fire', 4],
    ['spread over 12 months', 12],
    ['three equal payments please', 3],
    ['fordelt på ti månader', 10],
    ['betale på tre gonger', 3],
  ])('is read in %j', (text, count) => {
    expect(counts(text)).toEqual([count]);
  });

  it('is never one, and never a hundred', () => {
    expect([...counts('i 1 avdrag'), ...counts('i 99 avdrag')]).toEqual([]);
  });
});

describe('an address, a name, a case number', () => {
  it('is read where a road or a postcode says that it is an address', () => {
    expect(texts('Jeg har flyttet til Storgata 5B, 0155 Oslo', 'address')).toEqual(['Storgata 5B, 0155 Oslo']);
    expect(texts('new address: Nedre Storgate 12', 'address')).toEqual(['Nedre Storgate 12']);
    expect(texts('Faktura 2', 'address')).toEqual([]);
  });

  it('is read where a word says what somebody is to the writer', () => {
    expect(texts('Kan mannen min, Per Hansen, betale?', 'person')).toEqual(['Per Hansen']);
    expect(texts('I write on behalf of Kari Nordmann', 'person')).toEqual(['Kari Nordmann']);
    expect(texts('mora mi Åse er sjuk', 'person')).toEqual(['Åse']);
    expect(texts('mannen min er syk', 'person')).toEqual([]);
  });

  it('keeps its place in what was written, whatever was cleaned away', () => {
    expect(texts('\u200bkr\u00a01\u00a0500', 'amount')).toEqual(['1\u00a0500']);
  });
});

describe('slots', () => {
  it('are found in any text without throwing, inside it and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const found = read(text);
        return found.every(
          ({ start, end }, i) => start < end && end <= text.length && start >= (found[i - 1]?.start ?? 0),
        );
      }),
    );
  });
});
