import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blindIndex, type IndexKind } from './blind-index.js';

const key = Buffer.alloc(32, 1);
const kinds: readonly IndexKind[] = [
  'national-id',
  'email',
  'phone',
  'case-number',
  'letter-code',
  'surname',
  'street-postcode',
  'one-time-code',
  'message-id',
  'address-pair',
  'kid',
];

describe('a blind index [confidentiality "Encryption"]', () => {
  it('finds the same value again', () => {
    expect(blindIndex('surname', 'fjellanger', key)).toEqual(blindIndex('surname', 'fjellanger', key));
    expect(blindIndex('surname', 'fjellanger', key)).toHaveLength(32);
  });

  it('is another one in every kind, under every key and for every value', () => {
    const all = kinds.flatMap((kind) =>
      ['12345678', '1234567', '123456789'].flatMap((value) =>
        [key, Buffer.alloc(32, 2)].map((one) => blindIndex(kind, value, one).toString('hex')),
      ),
    );
    expect(new Set(all).size).toBe(kinds.length * 3 * 2);
  });

  it('cannot be made without the key: it is no plain hash of the value', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11}$/), (number) => {
        const index = blindIndex('national-id', number, key);
        return (
          !index.equals(createHash('sha256').update(number).digest()) &&
          !index.equals(createHash('sha256').update(`national-id\u0000${number}`).digest())
        );
      }),
    );
  });
});
