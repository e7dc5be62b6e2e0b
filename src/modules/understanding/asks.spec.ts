import { describe, expect, it } from '@jest/globals';
import { asks, beginsAsking } from './asks.js';
import { wordsOf } from './words.js';

const does = (text: string): boolean => asks(wordsOf(text), text);

describe('a stretch of text', () => {
  it('asks when it holds a question, a wish or an order, in any of the three languages', () => {
    for (const text of ['er alt betalt?', 'æ vil ha utsettels', 'slett nummeret', 'Eg bed om kopi', 'pls stop calling'])
      expect([text, does(text)]).toEqual([text, true]);
  });

  it('only tells when it says how things came about', () => {
    for (const text of ['Det har vært et vanskelig år', 'Eg var bortreist i mai', 'I moved last month'])
      expect([text, does(text)]).toEqual([text, false]);
  });

  it('begins to ask when the asking word stands among the first', () => {
    expect(beginsAsking(wordsOf('og så vil jeg betale'))).toBe(true);
    expect(beginsAsking(wordsOf('og alle opplysninger dere vil ha'))).toBe(false);
  });
});
