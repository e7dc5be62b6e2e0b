import { describe, expect, it } from '@jest/globals';
import { maySmallTalk } from './small-talk.js';
import { wordsOf } from './words.js';

describe('small talk', () => {
  it('may be all there is in a few words', () => {
    expect(maySmallTalk(wordsOf('Hei, er det noen der?'))).toBe(true);
  });

  it('is never all there is beside an amount, a fee word or a long sentence', () => {
    for (const text of ['Hei, 500 kroner', 'Takk, men gebyret', 'hei jeg lurer på om dere kan hjelpe meg litt'])
      expect(maySmallTalk(wordsOf(text))).toBe(false);
  });
});
