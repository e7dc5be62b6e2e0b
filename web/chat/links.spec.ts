import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findLinks } from './links.js';

const OURS = 'https://desk.example';
const linksIn = (text: string): readonly string[] =>
  findLinks(text, OURS).flatMap((piece) => (piece.isLink ? [piece.text] : []));

describe('links in a text', () => {
  it('are found where they lead to our own pages, without the full stop behind them', () => {
    expect(linksIn('Se https://desk.example/simple. (https://desk.example/t/ab?x=1)')).toEqual([
      'https://desk.example/simple',
      'https://desk.example/t/ab?x=1',
    ]);
  });

  it.each([
    'https://elsewhere.example/',
    'https://desk.example.elsewhere.example/',
    'https://desk.example@elsewhere.example/',
    'https://desk.example:8443/',
    'http://desk.example/',
    'javascript:alert(1)//https://x',
    'data:text/html,<b>',
    '//desk.example/x',
    '![x](https://elsewhere.example/p.png)',
  ])('are not made of %s [C12]', (text) => {
    expect(linksIn(text)).toEqual([]);
  });

  it('change no character of the text', () => {
    const bits = fc.constantFrom('https://desk.example/', 'http://', ' ', '\n', '.', ')', '<', '\u202e', 'å', '🙂');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits).map((all) => all.join('')),
        ),
        (text) => {
          expect(
            findLinks(text, OURS)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  it('are found in 100 kB of hostile text within 50 ms [C20]', () => {
    for (const text of ['https://'.repeat(12_500), `https://${'.'.repeat(100_000)}`, 'http://a.'.repeat(11_000)]) {
      const begun = performance.now();
      findLinks(text, OURS);
      expect(performance.now() - begun).toBeLessThan(50);
    }
  });
});
