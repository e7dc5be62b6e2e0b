/** Cuts a normalised text into lower-case words that remember where they stood and what separated them. */

export type Word = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Punctuation that closes a clause stands between this word and the one before. */
  readonly opensClause: boolean;
  /** ... that closes a sentence, or a blank line does. */
  readonly opensSentence: boolean;
};

const WORD = /[\p{L}\p{M}\d][\p{L}\p{M}\d']*/gu;
const CLAUSE_END = /[,;:.!?()"…]|\n\n| - /;
const SENTENCE_END = /[.!?…]|\n\n/;

/** @param text  normalised */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(previousEnd, match.index);
    const end = match.index + match[0].length;
    words.push({
      text: match[0].toLowerCase(),
      start: match.index,
      end,
      opensClause: CLAUSE_END.test(between),
      opensSentence: SENTENCE_END.test(between),
    });
    previousEnd = end;
  }
  return words;
}
