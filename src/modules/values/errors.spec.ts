import { describe, expect, it } from '@jest/globals';
import { isErrorCode, SkrankeError } from './errors.js';
import { isLanguage } from './language.js';

describe('an error of the catalogue', () => {
  it('carries code, status and phrase for the outside, detail and cause for the log', () => {
    const cause = new Error('socket');
    const error = new SkrankeError('SKR_MAILBOX_UNREACHABLE', 'no answer in 30 s', { cause });
    expect(error).toMatchObject({
      name: 'SkrankeError',
      code: 'SKR_MAILBOX_UNREACHABLE',
      status: 503,
      phrase: 'error.unavailable',
      detail: 'no answer in 30 s',
      cause,
    });
    expect(error).toBeInstanceOf(Error);
  });

  it('has a code the catalogue knows', () => {
    expect([isErrorCode('SKR_TOKEN_EXPIRED'), isErrorCode('toString'), isErrorCode('SKR_NOPE')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('speaks three languages', () => {
    expect(['nb', 'nn', 'en', 'se', null].map(isLanguage)).toEqual([true, true, true, false, false]);
  });
});
