import { describe, expect, it } from '@jest/globals';
import { deskPolicy, letterRules } from '../../../test/world/case-scenes.js';
import { seal } from '../disclosure/sealed.js';
import { stopsOf } from './check-letter.js';

const stops = (letter: string, looks: 'first' | 'second', change: Parameters<typeof letterRules>[0] = {}) =>
  stopsOf(seal(letter), letterRules(change), looks, deskPolicy.letters).map(({ kind, mayPass }) => [kind, mayPass]);

describe('what stops a letter', () => {
  it('is everything found, at the first look', () => {
    expect(stops('500 kr til Kari Berg', 'first', { names: ['Kari Berg'] })).toEqual([
      ['amount', false],
      ['name', true],
    ]);
  });

  it('is after a second look only what may never go [ND2]', () => {
    expect(stops('500 kr til Kari Berg', 'second', { names: ['Kari Berg'] })).toEqual([['amount', false]]);
    expect(stops('Kari Berg', 'second', { names: ['Kari Berg'] })).toEqual([]);
  });

  it('is a sum outside her ledger only until a second look, where she is proven', () => {
    expect(stops('500 kr', 'first', { proven: true })).toEqual([['amount', true]]);
    expect(stops('500 kr', 'second', { proven: true })).toEqual([]);
  });

  it('is an open place of a template for everybody, however often it is looked at', () => {
    expect(stops('til […]', 'second', { proven: true })).toEqual([['blank', false]]);
  });
});
