import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { readEmailAddress } from './email-address.js';
import { canTakeSms, formatPhoneNumber, readPhoneNumber } from './phone-number.js';

describe('an e-mail address', () => {
  it.each([
    ['Kari@Example.NO', 'kari@example.no'],
    [' kari@example.no\n', 'kari@example.no'],
    ['kari@bücher.example', 'kari@xn--bcher-kva.example'],
    ['kari@BÜCHER.example', 'kari@xn--bcher-kva.example'],
    ["o'brien@example.no", "o'brien@example.no"],
    ['kari@example.no.', 'kari@example.no'],
  ])('reads %j as %s', (typed, address) => {
    expect(readEmailAddress(typed)).toBe(address);
  });

  it('E28: dots and plus are part of the address', () => {
    expect(readEmailAddress('a.b+x@gmail.com')).toBe('a.b+x@gmail.com');
    expect(readEmailAddress('ab@gmail.com')).toBe('ab@gmail.com');
  });

  it('E27: letters that fold into ASCII never reach an ASCII address', () => {
    for (const typed of [
      'kar\u0131@example.no',
      'KAR\u0130@example.no',
      '\u212Aari@example.no',
      'kari@e\u212Aample.no',
      'kari@\uFB01nn.no',
      'kari@exam\u017Fle.no',
      'kari@ﬀ.no',
      'kari@１２３.no',
      'ka\u00ADri@example.no',
      'kari@exa\u00ADmple.no',
      'kari@exa\u200Bmple.no',
    ]) {
      expect([typed, readEmailAddress(typed)]).toEqual([typed, null]);
    }
    expect(readEmailAddress('kari@faß.no')).toBe('kari@xn--fa-hia.no');
    expect(readEmailAddress('kari@ıx.no')).toBe('kari@xn--x-eka.no');
  });

  it.each([
    '',
    '@',
    'kari',
    'kari@',
    '@example.no',
    'kari@example',
    'kari@@example.no',
    'a@b@example.no',
    '"a@b.no"@x.no',
    'kari@[127.0.0.1]',
    'kari@127.0.0.1',
    '.kari@example.no',
    'ka..ri@example.no',
    'kari@exa mple.no',
    'kari@example..no',
    'kari@-example.no',
    'Kari <kari@example.no>',
    'a@b.no, c@d.no',
    'kari@%65xample.no',
    'kari@example.no/x',
    'kari@example.no:25',
    `${'a'.repeat(65)}@example.no`,
    `a@${'b'.repeat(250)}.no`,
    `a@${'b'.repeat(64)}.no`,
    'kari@xn--a.no\u0000',
  ])('is not %j', (typed) => {
    expect(readEmailAddress(typed)).toBeNull();
  });

  it('is the same when read again, ASCII and lower case', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const address = readEmailAddress(typed);
        return (
          address === null ||
          (readEmailAddress(address) === address && /^[\x21-\x7e]+$/.test(address) && address === address.toLowerCase())
        );
      }),
    );
  });
});

describe('a phone number', () => {
  it.each([
    ['412 34 567', '+4741234567'],
    ['+47 412 34 567', '+4741234567'],
    ['0047 41234567', '+4741234567'],
    ['4741234567', '+4741234567'],
    ['(22) 33-44.55', '+4722334455'],
    ['+46 70 123 45 67', '+46701234567'],
  ])('reads "%s" as %s', (typed, phone) => {
    expect(readPhoneNumber(typed)).toBe(phone);
  });

  it.each([
    '',
    '113',
    '02800',
    '12345678',
    '+4712345678',
    '+47 4123456',
    '412345678',
    '+0 123 456 789',
    'ring 41234567',
    '+1234567890123456',
  ])('is not "%s"', (typed) => {
    expect(readPhoneNumber(typed)).toBeNull();
  });

  it('is shown as Norwegians group it, and only mobiles take an SMS', () => {
    const shown = ['41234567', '22334455', '+46701234567'].flatMap((typed) => {
      const phone = readPhoneNumber(typed);
      return phone === null ? [] : [[formatPhoneNumber(phone), canTakeSms(phone)]];
    });
    expect(shown).toEqual([
      ['+47 412 34 567', true],
      ['+47 22 33 44 55', false],
      ['+46701234567', true],
    ]);
  });
});
