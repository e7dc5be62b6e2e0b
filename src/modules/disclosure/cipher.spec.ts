import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decrypt, encrypt, keyIdOf, type DataKey, type Place } from './cipher.js';

const key: DataKey = { id: '0197a0c4-0000-7000-8000-000000000001', bytes: Buffer.alloc(32, 1) };
const place: Place = { table: 'party', column: 'name', row: '0197a0c4-0000-7000-8000-00000000000a' };
const plain = Buffer.from('Kari Fjellanger');
const sealed = encrypt(plain, key, place, Buffer.alloc(12, 3));

describe('a sealed column [confidentiality "Encryption"]', () => {
  it('opens where it was made for, with the key it names', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const there = encrypt(bytes, key, place, randomBytes(12));
        expect(decrypt(there, key, place)).toEqual(Buffer.from(bytes));
        expect(keyIdOf(there)).toBe(key.id);
        expect(there).toHaveLength(bytes.length + 45);
      }),
    );
  });

  it.each([
    ['table', { ...place, table: 'creditor' }],
    ['column', { ...place, column: 'address' }],
    ['row', { ...place, row: '0197a0c4-0000-7000-8000-00000000000b' }],
    ['place whose parts only read alike', { table: 'party|name', column: place.row, row: '' }],
  ])('does not open in another %s', (_, other) => {
    expect(() => decrypt(sealed, key, other)).toThrow('SKR_SEAL_BROKEN');
  });

  it('does not open with another key', () => {
    expect(() => decrypt(sealed, { ...key, bytes: Buffer.alloc(32, 2) }, place)).toThrow('SKR_SEAL_BROKEN');
  });

  it('does not open after a change of any byte, nor shortened', () => {
    const changed = Array.from({ length: sealed.length - 17 }, (_, at) => {
      const bytes = Buffer.from(sealed);
      bytes.writeUInt8(bytes.readUInt8(17 + at) ^ 0x80, 17 + at);
      return bytes;
    });
    for (const bytes of [...changed, sealed.subarray(0, -1), sealed.subarray(0, 30), Buffer.alloc(0)])
      expect(() => decrypt(bytes, key, place)).toThrow('SKR_SEAL_BROKEN');
  });

  it('does not open in another format', () => {
    const other = Buffer.from(sealed);
    other.writeUInt8(2, 0);
    expect(() => decrypt(other, key, place)).toThrow('SKR_SEAL_BROKEN');
  });

  it('shows nothing of the value, and never the same twice', () => {
    const again = encrypt(plain, key, place, Buffer.alloc(12, 4));
    expect(sealed.includes(plain)).toBe(false);
    expect(again.subarray(29)).not.toEqual(sealed.subarray(29));
  });
});
