import { describe, expect, it } from '@jest/globals';
import { digitMasks } from './mask-digits.js';

const kinds = (text: string): readonly string[] => [...new Set(digitMasks(text).map(({ kind }) => kind))];

describe('digits', () => {
  it('are a KID by context alone, never by a check digit', () => {
    expect(kinds('KID-en er 002 345 678')).toContain('kid');
    expect(kinds('12345674')).not.toContain('kid');
  });

  it('are a phone abroad before they are an account', () => {
    expect(kinds('+48 601 234 567')[0]).toBe('phone');
  });

  it('are a card by issuer and check digit, or by the word "kort"', () => {
    expect(kinds('5555 5555 5555 4444')).toContain('card');
    expect(kinds('kort 4111 1111 1111 1112')).toContain('card');
  });

  it('are hidden as one where they form a table longer than any letter holds', () => {
    expect(digitMasks(Array.from({ length: 400 }, () => '12').join(' '))).toHaveLength(1);
  });

  it('are left alone as amounts and dates', () => {
    expect(kinds('kr 12345678')).toEqual([]);
    expect(kinds('2026-03-04')).toEqual([]);
  });

  it('take time in proportion to their number', () => {
    const work = (n: number): number => digitMasks(`${'12 '.repeat(n)}x `.repeat(3)).length;
    expect(work(40_000)).toBe(3);
  });
});
