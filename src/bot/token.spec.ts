import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readToken, signToken, type TokenClaims } from './token.js';

const key = Buffer.alloc(32, 7);
const claims: TokenClaims = {
  conversation: 'Q2xlYXJseSBub3QgYSBkZWJ0b3I',
  epoch: 3,
  expiresAt: 1_000_000,
  purpose: 'bearer',
  nonce: 'n0nce',
};
const purposes = ['bearer', 'cookie', 'ticket'] as const;

describe('a token', () => {
  it('says what it was signed for until its time is out', () => {
    expect(readToken(signToken(claims, key), 'bearer', key, 999_999)).toEqual(claims);
    expect(readToken(signToken(claims, key), 'bearer', key, 1_000_000)).toBe('expired');
  });

  it.each(purposes.flatMap((made) => purposes.filter((used) => used !== made).map((used) => [made, used] as const)))(
    'made as a %s is no %s [C10]',
    (made, used) => {
      expect(readToken(signToken({ ...claims, purpose: made }, key), used, key, 0)).toBeNull();
    },
  );

  it('is nothing under another key', () => {
    expect(readToken(signToken(claims, Buffer.alloc(32, 8)), 'bearer', key, 0)).toBeNull();
  });

  it('does not survive a change of any one character [C13]', () => {
    const token = signToken(claims, key);
    // The last character of a MAC holds two bits that mean nothing.
    for (let at = 0; at < token.length - 1; at += 1) {
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      expect(readToken(changed, 'bearer', key, 0)).toBeNull();
    }
  });

  it('is nothing when the claims were written by somebody else, and nothing is thrown [C18]', () => {
    const mac = signToken(claims, key).split('.')[1] ?? '';
    for (const written of ['{}', '[]', 'null', '"x"', JSON.stringify(['a', 1, 9e15, 'bearer', 'n'])])
      expect(readToken(`${Buffer.from(written).toString('base64url')}.${mac}`, 'bearer', key, 0)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readToken(text, 'bearer', key, 0)).toBeNull();
      }),
    );
  });
});
