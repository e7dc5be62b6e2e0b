import { describe, expect, it } from '@jest/globals';
import { wordsOf } from './words.js';

describe('words', () => {
  it('are lower case and know where they stood', () => {
    const text = 'Hei, JEG kan’t';
    expect(wordsOf(text).map(({ text: each }) => each)).toEqual(['hei', 'jeg', 'kan', 't']);
    expect(wordsOf("don't").map((each) => each.text)).toEqual(["don't"]);
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))[1]).toBe('JEG');
  });

  it('know what closed the clause and the sentence before them', () => {
    const [, b, c, d] = wordsOf('a, b. c\n\nd');
    expect([b?.opensClause, b?.opensSentence, c?.opensSentence, d?.opensSentence]).toEqual([true, false, true, true]);
  });
});
