import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base32 } from '../values/base32.js';
import { tokenMac, tokenPattern } from './keyed-token.js';
import { makeMessageId, readMessageId } from './message-id.js';

const key = Buffer.alloc(32, 7);
const uuid = '3f0a1b2c-4d5e-4f60-8a7b-9c0d1e2f3a4b';
const made = makeMessageId(uuid, key, 'fjordvakt.example');

describe('message ids [E30, E32]', () => {
  it('are known again, also upper-cased and without brackets', () => {
    expect(readMessageId(made, key)).toBe(uuid);
    expect(readMessageId(` ${made.toUpperCase()} `, key)).toBe(uuid);
    expect(readMessageId(made.slice(1, -1), key)).toBe(uuid);
  });

  it('are refused when made with another key or for another use', () => {
    expect(readMessageId(made, Buffer.alloc(32, 8))).toBeNull();
    expect(readMessageId(`<skr.${uuid}.${tokenMac('loop', uuid, key)}@fjordvakt.example>`, key)).toBeNull();
  });

  it('are refused after any change of a letter', () => {
    fc.assert(
      fc.property(fc.nat(made.indexOf('@') - 6), fc.constantFrom(...Array.from('abcdef0234567-.')), (at, letter) => {
        const changed = `${made.slice(0, at + 5)}${letter}${made.slice(at + 6)}`;
        return changed === made || readMessageId(changed, key) === null;
      }),
    );
  });

  it('accept none of 100 000 guesses', () => {
    const macs = fc.sample(fc.stringMatching(/^[a-z2-7]{26}$/), 100_000);
    expect(macs.filter((mac) => readMessageId(`<skr.${uuid}.${mac}@x.no>`, key) !== null)).toEqual([]);
  });
});

describe('a token', () => {
  it('fits the local part of an address, two of them and a word [RFC 5321 § 4.5.3.1.1]', () => {
    expect(tokenMac('loop', uuid, key)).toMatch(tokenPattern);
    expect(`retur+${base32(Buffer.alloc(16, 255))}.${tokenMac('loop', uuid, key)}`.length).toBeLessThanOrEqual(64);
  });
});
