/** Finds digits and the runs that a reader would join, however they are spaced, wrapped or dotted. */

export type DigitGroup = { readonly start: number; readonly end: number; readonly digits: string };

/** Groups joined by gaps; `tight[i]` tells whether the gap after group i is no more than ordinary spacing. */
export type DigitChain = { readonly groups: readonly DigitGroup[]; readonly tight: readonly boolean[] };

/** Groups `from`..`to` (inclusive) of one chain, taken together. */
export type DigitWindow = {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly tight: boolean;
};

/** "Any spacing" is bounded so that one hostile gap cannot make the search quadratic. */
const MAX_GAP = 64;
const LOOSE_GAP = /^[\s.,:;\-_/\\*'">|+()~=#]*$/;
const MAX_LOOSE_MARKS = 6;
const TIGHT_GAP = /^(?:[ .\-\n/_]{0,3}|\s{0,8}\n[\s>|]{0,8})$/;

/** @param text  normalised text: digits are ASCII, spaces plain */
export function digitChains(text: string): readonly DigitChain[] {
  const chains: { groups: DigitGroup[]; tight: boolean[] }[] = [];
  let previousEnd = -1;
  for (const match of text.matchAll(/\d+/g)) {
    const group = { start: match.index, end: match.index + match[0].length, digits: match[0] };
    const gap = previousEnd < 0 ? undefined : gapBetween(text, previousEnd, group.start);
    const open = chains.at(-1);
    if (open !== undefined && gap !== undefined && gap !== 'apart') {
      open.groups.push(group);
      open.tight.push(gap === 'tight');
    } else {
      chains.push({ groups: [group], tight: [] });
    }
    previousEnd = group.end;
  }
  return chains;
}

/** Every run of whole groups holding between `min` and `max` digits. */
export function windowsOf(chain: DigitChain, min: number, max: number): readonly DigitWindow[] {
  return chain.groups.flatMap((_group, from) => windowsFrom(chain, from, min, max));
}

/** Those that begin with group `from`, shortest first; at most `max` of them, as a group holds a digit at least. */
export function windowsFrom(chain: DigitChain, from: number, min: number, max: number): readonly DigitWindow[] {
  const found: DigitWindow[] = [];
  let digits = '';
  let tight = true;
  for (let to = from; to < chain.groups.length; to++) {
    const group = chain.groups[to];
    if (group === undefined || digits.length + group.digits.length > max) break;
    if (to > from) tight &&= chain.tight[to - 1] ?? false;
    digits += group.digits;
    const start = chain.groups[from]?.start ?? group.start;
    if (digits.length >= min) found.push({ from, to, start, end: group.end, digits, tight });
  }
  return found;
}

function gapBetween(text: string, from: number, to: number): 'tight' | 'loose' | 'apart' {
  if (to - from > MAX_GAP) return 'apart';
  const gap = text.slice(from, to);
  if (TIGHT_GAP.test(gap)) return 'tight';
  if (!LOOSE_GAP.test(gap) || gap.replace(/\s/g, '').length > MAX_LOOSE_MARKS) return 'apart';
  return 'loose';
}
