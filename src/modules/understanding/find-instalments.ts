/** Finds in how many parts a person would pay: "6 avdrag", "over 12 months", "dele det i fire". */
import { NUMBER_WORDS, smallNumber } from './number-words.js';
import type { InstalmentSlot } from './slots.js';

const COUNT = `(\\d{1,2}|${NUMBER_WORDS})`;
const PARTS =
  '(?:avdrag|delbetaling|rat(?:er|ar|e)|del(?:er|ar)\\b|gang(?:er|ar)|gong(?:er|ar)|innbetaling|instal|payments|parts|times)';
const SHAPES: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\d])${COUNT} (?:like |lik |månedlige |månadlege |equal |monthly )?${PARTS}`, 'giu'),
  new RegExp(
    `(?<!\\p{L})(?:over|fordelt på|fordele på|fordelt over|spread over) ${COUNT} (?:måneder|månader|månadar|mnd|months|terminer)`,
    'giu',
  ),
  new RegExp(
    `(?<!\\p{L})(?:del(?:e|t)|dela|splitt(?:e|a)?|split)(?: (?:det|kravet|beløpet|it|this|the bill|up|opp)){0,2} (?:i|på|in|into) ${COUNT}(?![\\p{L}\\d])`,
    'giu',
  ),
];
const LEAST = 2;
const MOST = 60;

/** @param text  normalised */
export function findInstalments(text: string): readonly InstalmentSlot[] {
  const found = SHAPES.flatMap((shape) => [...text.matchAll(shape)]).flatMap((match): InstalmentSlot[] => {
    const count = smallNumber(match[1] ?? '') ?? 0;
    const start = match.index;
    return count < LEAST || count > MOST ? [] : [{ kind: 'instalments', count, start, end: start + match[0].length }];
  });
  return found.filter(
    (slot, i) => !found.slice(0, i).some((other) => other.start < slot.end && slot.start < other.end),
  );
}
