import type { LetterFindingKind } from '../policy/letters.schema.js';

/**
 * Something in a caseworker's own words that may not go where they would go.
 * @property kind        `blank` is a place of the template that was left open
 * @property text        as it stands in the letter
 * @property start, end  UTF-16 offsets into the letter
 */
export type LetterFinding = {
  readonly kind: LetterFindingKind | 'blank';
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/** Every match of a global pattern, as findings of one kind. */
export const findings = (kind: LetterFinding['kind'], pattern: RegExp, letter: string): readonly LetterFinding[] =>
  Array.from(letter.matchAll(pattern), (match) => ({
    kind,
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** A text made safe to stand in a pattern. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
