import { describe, expect, it } from '@jest/globals';
import { sentencesOf } from './sentences.js';

const cut = (text: string): readonly string[] => sentencesOf(text, 200).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('end at a full stop, not at an abbreviation, an amount or a date', () => {
    expect(cut('Jeg viser til sak nr. 12. Ring meg kl. 10 den 3. mai. Takk!')).toEqual([
      'Jeg viser til sak nr. 12.',
      'Ring meg kl. 10 den 3. mai.',
      'Takk!',
    ]);
    expect(cut('Det er kr. 1.500,00 igjen.')).toHaveLength(1);
  });

  it('go on over a line the mail program wrapped and end at one the writer broke', () => {
    expect(cut(`${'ord '.repeat(18)}\nmer av det samme`)).toHaveLength(1);
    expect(cut('Hei\nHva skylder jeg')).toHaveLength(2);
  });

  it('are cut at a space when nobody wrote a full stop', () => {
    expect(Math.max(...cut('ord '.repeat(500)).map((each) => each.length))).toBeLessThanOrEqual(400);
  });

  it('stop at the limit', () => {
    expect(sentencesOf('Ja. '.repeat(300), 200)).toHaveLength(200);
  });
});
