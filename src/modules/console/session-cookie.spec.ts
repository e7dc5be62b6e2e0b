import { describe, expect, it } from '@jest/globals';
import { tokenIn } from './session-cookie.js';

describe('tokenIn', () => {
  it.each([
    ['__Host-skranke-console=abc', 'abc'],
    ['__Host-skranke=chat; __Host-skranke-console=abc; x=1', 'abc'],
    ['skranke-console=abc', null],
    ['x__Host-skranke-console=abc', null],
    [undefined, null],
    ['', null],
  ])('finds in %j the token %j', (header, token) => {
    expect(tokenIn(header)).toBe(token);
  });
});
