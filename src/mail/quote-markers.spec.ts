import { describe, expect, it } from '@jest/globals';
import { isRuler, quoteMarker } from './quote-markers.js';

describe('a line that says "here begins another mail" [E38]', () => {
  it.each([
    ['-----Opprinnelig melding-----', 'drawn'],
    ['-------- Opprinnelig melding --------', 'drawn'],
    ['-----Opphavleg melding-----', 'drawn'],
    ['---------- Videresendt melding ---------', 'drawn'],
    ['---------- Forwarded message ---------', 'drawn'],
    ['-----Original Message-----', 'drawn'],
    ['-------- Vidaresend melding --------', 'drawn'],
    ['Videresendt melding:', 'plain'],
    ['Start på videresendt melding:', 'plain'],
    ['Begin forwarded message:', 'plain'],
    ['Opprinnelig melding fra dere', 'plain'],
    ['Min melding fra i går var feil.', null],
    ['Hei', null],
    ['', null],
  ] as const)('%s', (line, marker) => {
    expect(quoteMarker(line)).toBe(marker);
  });

  it('or a ruler alone', () => {
    expect(['________________________________', '-----', '=====', '> _____'].map(isRuler)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['--', '---- x ----', '-- ', ''].map(isRuler)).toEqual([false, false, false, false]);
  });
});
