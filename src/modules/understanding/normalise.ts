/** Brings text to one form to read: NFKC, nothing invisible, no look-alikes; every unit still knows where it came from. */
import { foldConfusables } from './confusables.js';

export type Normalised = {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where its source starts and ends in the original. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
};

/** More combining marks than UAX #15 allows in stream-safe text are cut into clusters: ICU sorts a run in quadratic time. */
const MAX_MARKS = 30;
const MARK = /^\p{M}$/u;
const INVISIBLE =
  /[\p{Cf}\p{Cc}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u20dd-\u20e0\u20e2-\u20e4\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]/gu;
const LINE_BREAK = /[\r\n\v\f\u0085\u2028\u2029]/;
const SPACE = /[\t\p{Zs}\u2800]/u;
const PUNCTUATION: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’‚‛′´`', (c): [string, string] => [c, "'"]),
  ...Array.from('“”„‟″«»', (c): [string, string] => [c, '"']),
  ...Array.from('‐‑‒–—―−﹣⁃', (c): [string, string] => [c, '-']),
  ['⁄', '/'],
  ['․', '.'],
  ['·', '.'],
  ['•', '.'],
  ['∙', '.'],
]);

/**
 * @param original  any UTF-16 string, lone surrogates included
 * @returns         the text to read and, unit by unit, the span of the original it stands for
 * @throws          never
 */
export function normalise(original: string): Normalised {
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  for (let start = 0; start < original.length;) {
    const end = clusterEnd(original, start);
    const out = cleanCluster(original, start, end);
    for (let unit = 0; unit < out.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
    parts.push(out);
    start = end;
  }
  return { text: foldConfusables(parts.join('')), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** The span of the original that `[start, end)` of the normalised text came from. */
export function toOriginal(normalised: Normalised, start: number, end: number): readonly [number, number] {
  const from = normalised.starts[start] ?? 0;
  return [from, end > start ? (normalised.ends[end - 1] ?? from) : from];
}

function clusterEnd(text: string, start: number): number {
  if (text.startsWith('\r\n', start)) return start + 2;
  let end = start + codePointLength(text, start);
  for (let marks = 0; end < text.length && marks < MAX_MARKS; marks++) {
    if (text.charCodeAt(end) < 0x300) break;
    const length = codePointLength(text, end);
    if (!MARK.test(text.slice(end, end + length))) break;
    end += length;
  }
  return end;
}

function cleanCluster(text: string, start: number, end: number): string {
  const code = text.charCodeAt(start);
  if (end - start === 1 && isPlain(code)) {
    return text.charAt(start);
  }
  const raw = text.slice(start, end);
  if (LINE_BREAK.test(raw)) return '\n';
  if (SPACE.test(raw)) return ' ';
  const visible = raw.replace(INVISIBLE, '').normalize('NFKC').replace(INVISIBLE, '');
  let out = '';
  for (const char of visible) out += cleanCharacter(char);
  return out;
}

/** Units that come out as they went in: a line feed, printable ASCII but for the backtick, accented Latin letters. */
function isPlain(code: number): boolean {
  return code === 0x0a || (code >= 0x20 && code < 0x7f && code !== 0x60) || (code >= 0xc0 && code < 0x130);
}

function cleanCharacter(char: string): string {
  const plain = PUNCTUATION.get(char);
  if (plain !== undefined) return plain;
  if (SPACE.test(char)) return ' ';
  if (/^\p{Cs}$/u.test(char)) return '\ufffd';
  return /^\p{Nd}$/u.test(char) ? String(digitValue(char)) : char;
}

/** Unicode keeps decimal digits in runs of ten from zero, so the distance to the start of the run tells the value. */
function digitValue(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  let before = 0;
  while (before < 50 && /^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before++;
  return before % 10;
}

function codePointLength(text: string, at: number): number {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff || at + 1 >= text.length) return 1;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}
