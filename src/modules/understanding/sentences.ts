/** Cuts a text into the sentences a person meant, also when the mail program wrapped the lines. */

export type Sentence = { readonly start: number; readonly end: number };

/** Longer stretches without a full stop are cut at a space: a classifier of sentences should not be given a page. */
const MAX_LENGTH = 400;
/** A line shorter than this was ended by the writer, not by the mail program (RFC 5322 2.1.1 asks for 78). */
const WRAPPED_LINE = 50;
const ABBREVIATION =
  /(?:^|[\s("])(?:nr|kr|kl|tlf|ca|bl|bl\.a|f|eks|f\.eks|evt|osv|mv|dvs|ang|vedr|iht|pga|mht|mvh|hr|fr|adv|art|jf|pkt|inkl|ekskl|avd|pr|saksnr|kontonr|fakturanr|mob|st|mr|mrs|ms|dr|no|e\.g|i\.e|etc|approx|ref|dept)\.$/i;
const BREAK = /[.!?…]+["')\]]*(?=\s|$)|\n/g;

/**
 * @param text   normalised
 * @param limit  at most this many; the rest is left unread
 * @returns      spans without surrounding space, left to right
 */
export function sentencesOf(text: string, limit: number): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    const end = match.index + match[0].length;
    if (!isBoundary(text, start, match.index, end)) continue;
    pushPieces(sentences, text, start, end);
    start = end;
    if (sentences.length >= limit) return sentences.slice(0, limit);
  }
  pushPieces(sentences, text, start, text.length);
  return sentences.slice(0, limit);
}

function isBoundary(text: string, start: number, at: number, end: number): boolean {
  if (text.charAt(at) === '\n') return isWrittenBreak(text, at);
  if (text.slice(at, end) !== '.') return true;
  const before = text.slice(Math.max(start, at - 12), at + 1);
  if (ABBREVIATION.test(before)) return false;
  return !(/\d\.$/.test(before) && /^\s+[\p{Ll}\d]/u.test(text.slice(end, end + 4)));
}

function isWrittenBreak(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  if (at - lineStart < WRAPPED_LINE) return true;
  return /^\n|^\s*[-*>\d]/.test(text.slice(at + 1, at + 4));
}

function pushPieces(sentences: Sentence[], text: string, from: number, to: number): void {
  for (let start = from; start < to;) {
    let end = to;
    if (to - start > MAX_LENGTH) {
      const space = text.lastIndexOf(' ', start + MAX_LENGTH);
      end = space > start ? space : start + MAX_LENGTH;
    }
    const piece = trimmed(text, start, end);
    if (piece.end > piece.start) sentences.push(piece);
    start = end;
  }
}

function trimmed(text: string, from: number, to: number): Sentence {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
