import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { isUuid, publicId, uuidv7 } from './ids.js';
import { formatLetterCode, makeLetterCode, readLetterCode } from './letter-code.js';
import { formatOneTimeCode, makeOneTimeCode, readOneTimeCode } from './one-time-code.js';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('a letter code', () => {
  it.each([
    ['abcde fghjk', 'ABCDEFGHJK'],
    ['ABCDE-FGHJK', 'ABCDEFGHJK'],
    [' ab cde–fgh jk\n', 'ABCDEFGHJK'],
    ['oOiIlL2345', '0011112345'],
    ['ＡＢＣＤＥ fghjk', 'ABCDEFGHJK'],
  ])('is read from "%s"', (typed, code) => {
    expect(readLetterCode(typed)).toBe(code);
  });

  it.each(['', 'ABCDEFGHJ', 'ABCDEFGHJKM', 'ABCDEFGHJU', 'ABCDEFGHJ!', 'ÆBCDEFGHJK', 'ABCDE.FGHJK', 'A'.repeat(5000)])(
    'is not "%.20s"',
    (typed) => {
      expect(readLetterCode(typed)).toBeNull();
    },
  );

  it('is read back as it is printed, and carries 50 bit', () => {
    fc.assert(
      fc.property(
        bytes(10),
        (random) => readLetterCode(formatLetterCode(makeLetterCode(random)).toLowerCase()) === makeLetterCode(random),
      ),
    );
    expect(formatLetterCode(makeLetterCode(Uint8Array.from([0, 31, 32, 63, 10, 1, 1, 1, 1, 255])))).toBe('0Z0ZA 1111Z');
    expect(() => makeLetterCode(new Uint8Array(9))).toThrow('SKR_INTERNAL');
  });
});

describe('a one-time code', () => {
  it.each(['1234 5678', '12345678', '1234-5678', ' 12 34 56 78 ', '1234\u00a05678', '１２３４５６７８', '1234.5678'])(
    'is read from "%s"',
    (typed) => {
      expect(readOneTimeCode(typed)).toBe('12345678');
    },
  );

  it.each(['1234567', '123456789', '1234567a', '', '+12345678', '٠١٢٣٤٥٦٧', '1'.repeat(5000)])(
    'is not "%.20s"',
    (typed) => {
      expect(readOneTimeCode(typed)).toBeNull();
    },
  );

  it('is drawn evenly: draws above the last whole round are drawn anew', () => {
    expect(makeOneTimeCode(Uint8Array.from([0, 0, 0, 0, 0, 7]))).toBe('00000007');
    expect(makeOneTimeCode(new Uint8Array(6).fill(255))).toBeNull();
    fc.assert(
      fc.property(bytes(6), (random) => {
        const code = makeOneTimeCode(random);
        return code === null || readOneTimeCode(formatOneTimeCode(code)) === code;
      }),
    );
    expect(() => makeOneTimeCode(new Uint8Array(5))).toThrow('SKR_INTERNAL');
  });
});

describe('ids', () => {
  it('UUIDv7 carries version, variant and time, and sorts by time (RFC 9562)', () => {
    const made = uuidv7(
      new Date(0x017f22e279b0),
      Uint8Array.from([0xcc, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]),
    );
    expect(made).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
    fc.assert(
      fc.property(fc.nat(), fc.nat(), bytes(10), bytes(10), (a, b, x, y) => {
        const [first, second] = [uuidv7(new Date(a), x), uuidv7(new Date(b), y)];
        return isUuid(first) && (a === b || first < second === a < b);
      }),
    );
  });

  it('C10: a public id holds 128 bit or more, or is refused', () => {
    expect(publicId(new Uint8Array(16))).toBe('AAAAAAAAAAAAAAAAAAAAAA');
    expect(() => publicId(new Uint8Array(15))).toThrow('SKR_INTERNAL');
    expect(() => uuidv7(new Date(0), new Uint8Array(9))).toThrow('SKR_INTERNAL');
  });
});
