/** Finds e-mail addresses by their "@", outwards, so that no text can make the search slow. */

export type Place = { readonly start: number; readonly end: number };

/** RFC 5321 4.5.3.1: 64 before the "@", 255 after. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;
const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_{|}~-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;

/** @returns the spans of addresses with a dotted domain, left to right */
export function emailAddresses(text: string): readonly Place[] {
  const found: Place[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = extend(text, at, -1, LOCAL, Math.max(at - MAX_LOCAL, found.at(-1)?.end ?? 0));
    const end = trimDots(text, at + 1, extend(text, at, 1, DOMAIN, Math.min(at + 1 + MAX_DOMAIN, text.length)));
    if (start < at && /\.[\p{L}\d-]{2,}$/u.test(text.slice(at + 1, end)))
      found.push({ start: skipQuotes(text, start, at), end });
  }
  return found;
}

function extend(text: string, at: number, step: 1 | -1, allowed: RegExp, limit: number): number {
  let edge = step === 1 ? at + 1 : at;
  while (step === 1 ? edge < limit : edge > limit) {
    if (!allowed.test(text.charAt(step === 1 ? edge : edge - 1))) break;
    edge += step;
  }
  return edge;
}

function trimDots(text: string, from: number, end: number): number {
  let trimmed = end;
  while (trimmed > from && /[.-]/.test(text.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}

/** Quotes and dots that only surround the address do not belong to it. */
function skipQuotes(text: string, start: number, at: number): number {
  let first = start;
  while (first < at - 1 && /['.*_/=-]/.test(text.charAt(first))) first++;
  return first;
}
