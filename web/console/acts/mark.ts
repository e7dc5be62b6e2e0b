/** Where in a letter the desk found something, and where that is after the letter was mended. */
import type { Finding } from '../api/fault.js';

export type Stretch = { readonly text: string; readonly finding: Finding | null };

/** The letter in stretches, marked and unmarked; put together again they are the letter. */
export function stretches(letter: string, findings: readonly Finding[]): readonly Stretch[] {
  const marked = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: Stretch[] = [];
  let at = 0;
  for (const finding of marked) {
    const start = Math.max(at, finding.start);
    const end = Math.min(letter.length, finding.end);
    if (end <= start) continue;
    if (start > at) parts.push({ text: letter.slice(at, start), finding: null });
    parts.push({ text: letter.slice(start, end), finding });
    at = end;
  }
  return at < letter.length ? [...parts, { text: letter.slice(at), finding: null }] : parts;
}

/**
 * Findings moved along with an edit. One that the edit touched is gone: the desk reads the letter again when it is
 * sent, and has the last word.
 */
export function moved(findings: readonly Finding[], before: string, after: string): readonly Finding[] {
  const head = sameHead(before, after);
  const tail = sameTail(before.slice(head), after.slice(head));
  const by = after.length - before.length;
  return findings.flatMap((finding) => {
    if (finding.end <= head) return [finding];
    if (finding.start >= before.length - tail)
      return [{ ...finding, start: finding.start + by, end: finding.end + by }];
    return [];
  });
}

/** Findings in a letter that stands `by` places further on. */
export const shifted = (findings: readonly Finding[], by: number): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, start: finding.start + by, end: finding.end + by }));

function sameHead(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charAt(length) === b.charAt(length)) length += 1;
  return length;
}

function sameTail(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charAt(a.length - 1 - length) === b.charAt(b.length - 1 - length))
    length += 1;
  return length;
}
