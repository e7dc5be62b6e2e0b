import { describe, expect, it } from '@jest/globals';
import { findEmail } from './find-email.js';

describe('a typed e-mail address', () => {
  it('is found with its place in the original, however it was written', () => {
    const text = 'det er ｋari@example.no';
    const found = findEmail(text);
    expect(found?.address).toBe('kari@example.no');
    expect(text.slice(found?.start, found?.end)).toBe('ｋari@example.no');
  });

  it('tells whether anything else was said', () => {
    expect(findEmail('kari@example.no.')?.isWholeText).toBe(true);
    expect(findEmail('min er kari@example.no')?.isWholeText).toBe(false);
  });

  it('is null where there is none', () => {
    expect(findEmail('ring meg')).toBeNull();
  });
});
