/**
 * The words a person added, out of a mail that quotes others. A view for understanding: the whole text is kept.
 * Programs quote in dozens of ways; where it is not clear that something is a quote, it stays.
 */
import { attributionAt } from './quote-attribution.js';
import { headerBlockAt } from './quote-headers.js';
import { isBracketed, isRuler, quoteMarker } from './quote-markers.js';
import { isSentFrom } from './sent-from.js';

/** What stands at a line: something to leave out, something that looks like it and stays, or the end of the own words. */
type Found = { readonly lines: number; readonly what: 'noise' | 'own' | 'quoted' } | null;

/**
 * @param text       the whole text of a mail
 * @param forwarded  its subject says that it was passed on, so that it may hold no own words at all
 * @returns          the own words; empty lines at both ends gone
 * @source           mail.md 9; E38
 */
export const newWords = (text: string, forwarded = false): string => {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\ufeff]/g, '')
    .split('\n');
  const own: string[] = [];
  const ownMarks = lines.filter(isQuoted).every(mayBeOwn);
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const found = quoteAt(lines, at, { above: () => wordsOf(own), forwarded });
    const lasts = found?.lines ?? 1;
    if (found?.what === 'quoted') return wordsOf(own);
    if (found?.what === 'own') own.push(...lines.slice(at, at + lasts));
    if (found === null && (!isQuoted(line) || ownMarks)) own.push(line);
    at += lasts;
  }
  return wordsOf(own);
};

const isQuoted = (line: string): boolean => /^[ \t]{0,3}>/.test(line);

/** ">500 kr har jeg betalt" means more than, and ">> svar nå <<" is a cry, where nothing else is quoted. */
const mayBeOwn = (line: string): boolean =>
  /^[ \t]{0,3}>=?[ \t]?\d/.test(line) || /^[ \t]{0,3}>.{0,200}<\s*$/.test(line);

/** What is left when rulers and empty lines at both ends are gone. */
const wordsOf = (lines: readonly string[]): string => {
  const isVoid = (line: string): boolean => line.trim() === '' || isRuler(line);
  const first = lines.findIndex((line) => !isVoid(line));
  const last = lines.findLastIndex((line) => !isVoid(line));
  return first === -1
    ? ''
    : lines
        .slice(first, last + 1)
        .map((line) => line.trimEnd())
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
};

/** What is known around a line; the words above are put together only where somebody asks. */
type Around = { readonly above: () => string; readonly forwarded: boolean };

const quoteAt = (lines: readonly string[], at: number, around: Around): Found => {
  const line = lines[at] ?? '';
  if (isBracketed(line)) return prefixed(lines, at + 1) ? { lines: 1, what: 'noise' } : cut(around, 1, true);
  if (line.trim() === '' || isQuoted(line)) return null;
  if (isSentFrom(line)) return { lines: 1, what: 'noise' };
  return markerAt(lines, at, around) ?? blockAt(lines, at, around) ?? attribution(lines, at, around);
};

/** "-----Opprinnelig melding-----", with or without a header block below. */
const markerAt = (lines: readonly string[], at: number, around: Around): Found => {
  const marker = quoteMarker(lines[at] ?? '');
  if (marker === null) return null;
  const below = nextWords(lines, at + 1);
  const block = headerBlockAt(lines, below);
  const introduced = attributionAt(lines, below);
  if (marker === 'plain' && block === null && introduced === null && !isQuoted(lines[below] ?? '')) return null;
  const taken = below - at + (block?.lines ?? introduced?.lines ?? 0);
  return prefixed(lines, at + taken) ? { lines: taken, what: 'noise' } : cut(around, taken, true);
};

/** "Fra: … Sendt: … Til: … Emne: …"; a letter's own heading looks alike, so a bare one at the top stays. */
const blockAt = (lines: readonly string[], at: number, around: Around): Found => {
  const block = headerBlockAt(lines, at);
  if (block === null) return null;
  if (prefixed(lines, at + block.lines)) return { lines: block.lines, what: 'noise' };
  const drawn = isRuler(wordsAbove(lines, at));
  return block.machine || drawn ? cut(around, block.lines, drawn) : { lines: block.lines, what: 'own' };
};

const attribution = (lines: readonly string[], at: number, around: Around): Found => {
  const found = attributionAt(lines, at);
  if (found === null) return null;
  if (prefixed(lines, at + found.lines)) return { lines: found.lines, what: 'noise' };
  const standsAlone = found.mail || (lines[at - 1] ?? '').trim() === '';
  return found.strong && standsAlone ? cut(around, found.lines, false) : { lines: found.lines, what: 'own' };
};

/** Everything below is quoted, unless nothing stands above or the words above send the reader below. */
const cut = (around: Around, lines: number, drawn: boolean): Found => {
  const above = around.above();
  const stays = (above === '' && !drawn && !around.forwarded) || pointsBelow(above);
  return { lines, what: stays ? 'own' : 'quoted' };
};

/** "Se mine svar nedenfor i rødt": the answers stand in the quote. */
const pointsBelow = (above: string): boolean =>
  /(?:svar\p{L}*|kommentar\p{L}*|merknad\p{L}*|tilføy\p{L}*|skrevet|skrive|answers?|comments?|replies|replied)(?:\P{L}+\p{L}+){0,4}?\P{L}+(?:nedenfor|nedanfor|under|innimellom|inni|inne i|i teksten|i e-posten|i mailen|med rødt|i rødt|med raudt|i raudt|i blått|med blått|below|inline|in-line|in red|in blue)(?!\p{L})/iu.test(
    above.slice(-600),
  ) || /^(?:se|sjå|see) (?:nedenfor|nedanfor|under|below)\P{L}*$/imu.test(above.slice(-600));

const nextWords = (lines: readonly string[], from: number): number => {
  let at = from;
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1;
  return at;
};

const wordsAbove = (lines: readonly string[], before: number): string => {
  let at = before - 1;
  while (at > 0 && (lines[at] ?? '').trim() === '') at -= 1;
  return lines[at] ?? '';
};

/** Whether the next line with words is quoted with `>`, so that what is not is the person's own. */
const prefixed = (lines: readonly string[], from: number): boolean => isQuoted(lines[nextWords(lines, from)] ?? '');
