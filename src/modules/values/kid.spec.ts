import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { formatAccountNumber, readAccountNumber } from './account-number.js';
import { accountDigit, mod10Digit, mod11Digit, organisationDigit } from './check-digits.js';
import { makeKid, readKid } from './kid.js';
import { formatOrganisationNumber, readOrganisationNumber } from './organisation-number.js';

const base = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 24 }).map((digits) => digits.join(''));

describe('a KID', () => {
  it('has the check digits of the published vectors', () => {
    expect([mod10Digit('1234567'), mod11Digit('12345678')]).toEqual(['4', '5']);
    expect(readKid('123 4567 4')).toBe('12345674');
    expect(readKid('123456785', ['mod11'])).toBe('123456785');
  });

  it('may end in "-" under MOD11 only, and only there', () => {
    const dashed =
      Array.from({ length: 50 }, (_, at) => makeKid(String(100 + at), 'mod11')).find((kid) => kid.endsWith('-')) ?? '';
    expect(readKid(dashed, ['mod11'])).toBe(dashed);
    expect(readKid(dashed, ['mod10'])).toBeNull();
    expect(readKid('12-345674')).toBeNull();
  });

  it.each(['', '1', '0', '-', '1-', '12345678901234567890123456', '12a4', '１２３４５６７４'])(
    'is not "%s"',
    (text) => {
      expect(readKid(text, ['mod10'])).toBeNull();
    },
  );

  it('refuses a base it cannot carry', () => {
    expect(() => makeKid('', 'mod10')).toThrow('SKR_BAD_INPUT');
    expect(() => makeKid('1'.repeat(25), 'mod10')).toThrow('SKR_BAD_INPUT');
  });

  it('reads what it makes, and no KID with one digit changed', () => {
    fc.assert(
      fc.property(
        base,
        fc.constantFrom('mod10' as const, 'mod11' as const),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (digits, rule, where, by) => {
          const kid = makeKid(digits, rule);
          const at = where % digits.length;
          const wrong = kid.slice(0, at) + String((Number(kid[at]) + by) % 10) + kid.slice(at + 1);
          return readKid(kid, [rule]) === kid && readKid(wrong, [rule]) === null;
        },
      ),
    );
  });

  it('ends in "-" for about one MOD11 base in eleven', () => {
    const dashes = Array.from({ length: 11_000 }, (_, at) => mod11Digit(String(100_000_000 + at * 7919))).filter(
      (digit) => digit === '-',
    );
    expect(dashes.length / 11_000).toBeCloseTo(0.0909, 1);
  });
});

describe('an account number', () => {
  it('is eleven digits with a MOD11 check, shown 4 2 5', () => {
    const whole = `1234567890${accountDigit('1234567890')}`;
    const account = readAccountNumber(`${whole.slice(0, 4)}.${whole.slice(4, 6)}.${whole.slice(6)}`);
    expect(account).toBe('12345678903');
    expect(account === null ? '' : formatAccountNumber(account)).toBe('1234 56 78903');
  });

  it.each(['12345678901', '1234567890', '123456789033', '1234-56-78903', 'abc'])('is not "%s"', (text) => {
    expect(readAccountNumber(text)).toBeNull();
  });

  it('has no check digit where MOD11 gives ten', () => {
    const impossible =
      Array.from({ length: 100 }, (_, at) => String(1_000_000_000 + at)).find(
        (digits) => accountDigit(digits) === '-',
      ) ?? '';
    expect(
      Array.from({ length: 10 }, (_, digit) => readAccountNumber(`${impossible}${String(digit)}`)).every(
        (one) => one === null,
      ),
    ).toBe(true);
  });
});

describe('an organisation number', () => {
  it('is read with its usual ornaments', () => {
    expect(['974 760 673', 'NO974760673MVA', '974.760.673'].map(readOrganisationNumber)).toEqual([
      '974760673',
      '974760673',
      '974760673',
    ]);
    expect(organisationDigit('97476067')).toBe('3');
    const number = readOrganisationNumber('974760673');
    expect(number === null ? '' : formatOrganisationNumber(number)).toBe('974 760 673');
  });

  it.each(['974760674', '174760673', '97476067', ''])('is not "%s"', (text) => {
    expect(readOrganisationNumber(text)).toBeNull();
  });
});
