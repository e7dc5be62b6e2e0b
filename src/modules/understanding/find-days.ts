/** Finds days: "15. januar", "15.01.2027", "the 3rd of March", "neste fredag", "den 15.", "om to uker", "end of the month". */
import { addDays, addMonths, readDay, weekdayOf, yearOf, type Day } from '../values/day.js';
import { NUMBER_WORDS, smallNumber } from './number-words.js';
import type { DaySlot } from './slots.js';

/** A plan lies ahead, a payment made lies behind. */
export type Toward = 'coming' | 'past';

const MONTHS: readonly string[] = [
  'jan(?:uar|uary)?',
  'feb(?:ruar|ruary)?',
  'mar(?:s|ch)?',
  'apr(?:il)?',
  'ma[iy]',
  'jun[ie]?',
  'jul[iy]?',
  'aug(?:ust)?',
  'sep(?:t|tember)?',
  'o[kc]t(?:ober)?',
  'nov(?:ember)?',
  'de[sc](?:ember)?',
];
const WEEKDAYS: readonly string[] = [
  'man|mån|mon',
  'tirs|tys|tues',
  'ons|wednes',
  'tors|thurs',
  'fre|fri',
  'lør|laur|satur',
  'søn|sun|sund',
];
const MONTH = `(${MONTHS.join('|')})\\.?`;
const YEAR = '(?:,? (\\d{4}))?(?!\\d)';
const EDGE = '(?<![\\p{L}\\d.,/-])';
const END = '(?![\\p{L}\\d])';
const count = `(\\d{1,3}|${NUMBER_WORDS})`;

type Shape = {
  readonly pattern: RegExp;
  readonly said: DaySlot['said'];
  readonly read: (match: RegExpMatchArray, today: Day, toward: Toward) => Day | null;
};

const shape = (pattern: string, said: Shape['said'], read: Shape['read']): Shape => ({
  pattern: new RegExp(pattern, 'giu'),
  said,
  read,
});

/** The first that fits a stretch of text takes it. */
const SHAPES: readonly Shape[] = [
  shape(`${EDGE}(\\d{4})-(\\d{2})-(\\d{2})${END}`, 'named', ([, y, m, d]) => dayFrom(Number(y), Number(m), Number(d))),
  shape(`${EDGE}(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})${END}`, 'named', ([, d, m, y = '']) =>
    dayFrom(Number(y.length === 2 ? `20${y}` : y), Number(m), Number(d)),
  ),
  shape(`${EDGE}(\\d{1,2})(?:\\.|st|nd|rd|th)? (?:of )?${MONTH}${YEAR}${END}`, 'named', ([, d, m, y], today, toward) =>
    inMonth(Number(d), monthOf(m), y, today, toward),
  ),
  shape(`${EDGE}${MONTH} (\\d{1,2})(?:st|nd|rd|th)?${YEAR}${END}`, 'named', ([, m, d, y], today, toward) =>
    inMonth(Number(d), monthOf(m), y, today, toward),
  ),
  shape(
    `${EDGE}(?:den|the|innen|by|dato) (?:den |the )?(\\d{1,2})(?:\\.|st|nd|rd|th)(?! ?\\d)`,
    'named',
    ([, d], today, toward) => ofMonth(Number(d), today, toward),
  ),
  shape(`${EDGE}(\\d{1,2})[./](\\d{1,2})\\.?(?![\\p{L}\\d/])`, 'named', ([, d, m], today, toward) =>
    inMonth(Number(d), Number(m), undefined, today, toward),
  ),
  shape(
    `${EDGE}(?:om|in) ${count} (dag|day|uke|veke|week|måned|månad|month)[a-zæøå]*`,
    'reckoned',
    ([, n = '', unit = ''], today) => later(today, smallNumber(n) ?? 0, unit.toLowerCase()),
  ),
  shape(`${EDGE}(overimorgen|i overmorgen|day after tomorrow)${END}`, 'reckoned', (_, today) => addDays(today, 2)),
  shape(`${EDGE}(i morgen|i morgon|imorgen|imorra|i morra|tomorrow)${END}`, 'reckoned', (_, today) =>
    addDays(today, 1),
  ),
  shape(`${EDGE}(i dag|idag|today)${END}`, 'reckoned', (_, today) => today),
  shape(`${EDGE}(i går|igår|yesterday)${END}`, 'reckoned', (_, today) => addDays(today, -1)),
  shape(
    `${EDGE}(neste |next |komande uke )?(${WEEKDAYS.join('|')})(?:dag|day)${END}`,
    'reckoned',
    ([, next, name = ''], today, toward) => onWeekday(name.toLowerCase(), next !== undefined, today, toward),
  ),
  shape(
    `${EDGE}(slutten av måneden|slutten av månaden|månedsslutt|månedsskiftet|månadsskiftet|(?:the )?end of (?:the|this) month)${END}`,
    'reckoned',
    (_, today) => addDays(addMonths(firstOf(today), 1), -1),
  ),
];

/**
 * @param text  normalised
 * @returns     days that exist, in the order of their shapes; overlapping ones once
 */
export function findDays(text: string, today: Day, toward: Toward): readonly DaySlot[] {
  const found: DaySlot[] = [];
  for (const { pattern, said, read } of SHAPES) {
    for (const match of text.matchAll(pattern)) {
      const place = { start: match.index, end: match.index + match[0].length };
      const isTaken = found.some(({ start, end }) => start < place.end && place.start < end);
      const day = isTaken ? null : read(match, today, toward);
      if (day !== null) found.push({ kind: 'day', ...place, day, said });
    }
  }
  return found;
}

function dayFrom(year: number, month: number, date: number): Day | null {
  const two = (n: number): string => String(n).padStart(2, '0');
  return readDay(`${String(year)}-${two(month)}-${two(date)}`);
}

function monthOf(name = ''): number {
  return MONTHS.findIndex((month) => new RegExp(`^(?:${month})$`, 'iu').test(name)) + 1;
}

/** Without a year: the next such day from today, or the last one before. */
function inMonth(date: number, month: number, year: string | undefined, today: Day, toward: Toward): Day | null {
  if (year !== undefined) return dayFrom(Number(year), month, date);
  const here = dayFrom(yearOf(today), month, date);
  if (here === null) return null;
  if (toward === 'coming') return here < today ? dayFrom(yearOf(today) + 1, month, date) : here;
  return here > today ? dayFrom(yearOf(today) - 1, month, date) : here;
}

/** "The 15th" of this month, or of the next or the last one. */
function ofMonth(date: number, today: Day, toward: Toward): Day | null {
  if (date < 1 || date > 31) return null;
  const first = firstOf(today);
  const months = toward === 'coming' ? [0, 1, 2] : [0, -1, -2];
  const days = months.map((n) => `${addMonths(first, n).slice(0, 8)}${String(date).padStart(2, '0')}`).map(readDay);
  return days.find((day) => day !== null && (toward === 'coming' ? day >= today : day <= today)) ?? null;
}

function firstOf(today: Day): Day {
  return addDays(today, 1 - Number(today.slice(8)));
}

function later(today: Day, count: number, unit: string): Day | null {
  if (count === 0) return null;
  if (unit === 'dag' || unit === 'day') return addDays(today, count);
  return unit.startsWith('m') ? addMonths(today, count) : addDays(today, 7 * count);
}

/** "Friday" is the next one after today; "next Friday" the one of next week. */
function onWeekday(name: string, isNext: boolean, today: Day, toward: Toward): Day {
  const wanted = WEEKDAYS.findIndex((names) => names.split('|').includes(name)) + 1;
  const ahead = wanted - weekdayOf(today);
  if (toward === 'past') return addDays(today, ahead < 0 ? ahead : ahead - 7);
  return addDays(today, isNext ? ahead + 7 : ahead > 0 ? ahead : ahead + 7);
}
