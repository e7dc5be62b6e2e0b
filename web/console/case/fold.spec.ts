import { describe, expect, it } from '@jest/globals';
import { folded } from './fold.js';

describe('a long answer of the machine', () => {
  it('stands whole while it is short', () => {
    expect(folded('Takk.')).toBeNull();
    expect(folded('a'.repeat(300))).toBeNull();
  });

  it('is cut between words, and says that there is more', () => {
    const text = 'Kravet er på 4 915,80 kr. '.repeat(20);
    const head = folded(text) ?? '';
    expect(head.length).toBeLessThan(230);
    expect(text.startsWith(head.slice(0, -2))).toBe(true);
    expect(head).toMatch(/\S …$/u);
  });

  it('is cut somewhere where there is no word to cut at', () => {
    expect(folded('a'.repeat(400))).toBe(`${'a'.repeat(220)} …`);
  });
});
