import { describe, expect, it } from '@jest/globals';
import { findOneTimeCode } from './find-one-time-code.js';

describe('a one-time code', () => {
  it('is eight digits, in one go, four and four, or one by one', () => {
    for (const text of ['12345678', '1234 5678', '1 2 3 4 5 6 7 8', '１２３４５６７８'])
      expect(findOneTimeCode(text)?.code).toBe('12345678');
  });

  it('is no part of a longer number, an amount or a date', () => {
    for (const text of ['123456789', '12345678,50', '2026-12345678', 'a12345678'])
      expect(findOneTimeCode(text)).toBeNull();
  });

  it('has its place in the original', () => {
    const text = 'koden: 1234 5678 takk';
    const found = findOneTimeCode(text);
    expect(text.slice(found?.start, found?.end)).toBe('1234 5678');
    expect(found?.isWholeText).toBe(false);
  });
});
