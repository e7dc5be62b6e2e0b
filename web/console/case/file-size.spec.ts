import { describe, expect, it } from '@jest/globals';
import { sizeInWords } from './file-size.js';

describe('the size of a file', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1 kB'],
    [48_231, '48 kB'],
    [2_500_000, '3 MB'],
  ])('%d bytes is told as %s', (bytes, told) => {
    expect(sizeInWords(bytes)).toBe(told);
  });
});
