import { describe, expect, it } from '@jest/globals';
import { findThread } from './find-thread.js';

const none = new URLSearchParams();

describe('the receipt in the address', () => {
  it('is read from /t/{ref} and from ?ref=', () => {
    expect(findThread('/t/AB-12_cd', none)).toBe('AB-12_cd');
    expect(findThread('/t/AB12/', none)).toBe('AB12');
    expect(findThread('/', new URLSearchParams('ref=AB12'))).toBe('AB12');
  });

  it.each(['/', '/t/', '/t/a/b', '/t/%3Cb%3E', '/t/a b', `/t/${'a'.repeat(65)}`, '/x/t/ab'])(
    'is none in %p',
    (path) => {
      expect(findThread(path, none)).toBeUndefined();
    },
  );
});
