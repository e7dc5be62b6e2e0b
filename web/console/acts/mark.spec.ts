import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../api/fault.js';
import { moved, shifted, stretches } from './mark.js';

const letter = 'Kravet er på 1 240 kr hos Bryggen.';
const place = (text: string, within = letter): Finding => {
  const start = within.indexOf(text);
  return { kind: 'amount', text, start, end: start + text.length, mayPass: true };
};
const found = [place('1 240 kr'), place('Bryggen')];

const anyFindings = fc
  .array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 6 })
  .map((pairs) =>
    pairs.map(([start, length]): Finding => ({ kind: 'name', text: '', start, end: start + length, mayPass: true })),
  );

describe('what the desk found in a letter', () => {
  it('is marked where it stands', () => {
    expect(stretches(letter, found).flatMap(({ text, finding }) => (finding === null ? [] : [text]))).toEqual([
      '1 240 kr',
      'Bryggen',
    ]);
  });

  it('never changes the letter, whatever the places are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), anyFindings, (text, findings) => {
        expect(
          stretches(text, findings)
            .map((stretch) => stretch.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('a letter that is mended', () => {
  it('keeps every mark on the words it was made for', () => {
    const after = `Hei!\n\n${letter}`;
    expect(moved(found, letter, after).map(({ start, end }) => after.slice(start, end))).toEqual([
      '1 240 kr',
      'Bryggen',
    ]);
  });

  it('loses the mark of what was taken out', () => {
    const after = letter.replace(' hos Bryggen', '');
    expect(moved(found, letter, after)).toEqual([found[0]]);
  });

  it('loses the mark of what was changed inside', () => {
    expect(moved(found, letter, letter.replace('1 240', '1 340')).map(({ text }) => text)).toEqual(['Bryggen']);
  });

  it('never marks words that were not found', () => {
    const edit = fc.tuple(fc.nat(letter.length), fc.nat(8), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(edit, ([at, cut, put]) => {
        const after = letter.slice(0, at) + put + letter.slice(at + cut);
        for (const { start, end, text } of moved(found, letter, after)) expect(after.slice(start, end)).toBe(text);
      }),
    );
  });

  it('has its marks further on where space stands before it', () => {
    const written = `  ${letter}`;
    expect(shifted(found, 2).map(({ start, end }) => written.slice(start, end))).toEqual(['1 240 kr', 'Bryggen']);
  });
});
