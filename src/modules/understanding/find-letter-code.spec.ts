import { describe, expect, it } from '@jest/globals';
import { findLetterCode } from './find-letter-code.js';

describe('a code from a letter', () => {
  it('is read in its canonical form however it was copied', () => {
    expect(findLetterCode('koden er ab1cd efgh2')?.code).toBe('AB1CDEFGH2');
    expect(findLetterCode('ABICD-EFGHO')?.code).toBe('AB1CDEFGH0');
  });

  it('is no ten digits and no two words', () => {
    expect(findLetterCode('12345 67890')).toBeNull();
    expect(findLetterCode('hvemt andre')).toBeNull();
  });

  it('tells whether anything else was said', () => {
    expect(findLetterCode('AB1CD EFGH2')?.isWholeText).toBe(true);
  });
});
