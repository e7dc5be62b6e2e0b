/** Finds an eight-digit code as it was shown, four and four, or typed in one go. */
import { readOneTimeCode } from '../values/one-time-code.js';
import { normalise, toOriginal } from './normalise.js';

export type FoundCode = {
  readonly code: string;
  /** Nothing but the code was written. */
  readonly isWholeText: boolean;
  readonly start: number;
  readonly end: number;
};

const CODE =
  /(?<![\p{L}\d.,:-])(?:(\d{4})[ \-.\n]?(\d{4})|(\d{2}) (\d{2}) (\d{2}) (\d{2})|(\d(?: \d){7}))(?![\p{L}\d:-]|[.,]\d)/u;

/** @param text  as typed; null when it holds no eight digits that stand alone */
export function findOneTimeCode(text: string): FoundCode | null {
  const source = normalise(text.slice(0, 20_000));
  const match = CODE.exec(source.text);
  if (match === null) return null;
  const code = readOneTimeCode(match[0]);
  if (code === null) return null;
  const [start, end] = toOriginal(source, match.index, match.index + match[0].length);
  const rest = source.text.slice(0, match.index) + source.text.slice(match.index + match[0].length);
  return { code, isWholeText: !/[\p{L}\p{N}]/u.test(rest), start, end };
}
