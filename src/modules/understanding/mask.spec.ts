import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { caseNumberFinder } from './case-numbers.js';
import { mask, maskedText, type Masking } from './mask.js';
import { normalise } from './normalise.js';

const findCaseNumbers = caseNumberFinder({ prefixes: ['FV-'], words: ['sak', 'case'], minDigits: 4, maxDigits: 12 });
const masked = (text: string): Masking['masked'] => mask(normalise(text), findCaseNumbers).masked;
const kinds = (text: string): readonly string[] =>
  masked(text).map(([start, end, kind]) => `${kind}:${text.slice(start, end)}`);

const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const digitFor = (digits: string, weights: readonly number[]): number =>
  (11 - (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11)) % 11;

/** Real, synthetic (month + 80 and + 40) and D-numbers with right check digits. */
const nationalId = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    serial: fc.integer({ min: 0, max: 999 }),
    dNumber: fc.constantFrom(0, 40),
    synthetic: fc.constantFrom(0, 40, 80),
  })
  .map(({ day, month, year, serial, dNumber, synthetic }) => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const nine = two(day + dNumber) + two(month + synthetic) + two(year) + String(serial).padStart(3, '0');
    const first = digitFor(nine, FIRST);
    return `${nine}${String(first)}${String(digitFor(`${nine}${String(first)}`, SECOND))}`;
  })
  .filter((digits) => digits.length === 11);

const SCRIPTS = ['0', '０', '٠', '۰', '०', '𝟎', '𝟘', '০'].map((zero) => zero.codePointAt(0) ?? 48);
const GAPS = [
  '',
  ' ',
  '\u00a0',
  '\u2009',
  '\u202f',
  '\u200b',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '-',
  '–',
  '.',
  '\n',
  '\r\n',
  ' \n> ',
  '\t',
  '  ',
  '/',
  '_',
  ' - ',
];
const AROUND = [
  '',
  ' ',
  'x',
  'fnr: ',
  'scan_',
  'https://x.no/?id=',
  '🙂',
  '\ud83d',
  '(',
  'å',
  '.pdf',
  '</b>',
  ' kr',
  'а',
];

const disguised = fc
  .record({
    digits: nationalId,
    script: fc.constantFrom(...SCRIPTS),
    gaps: fc.array(fc.oneof({ weight: 5, arbitrary: fc.constant('') }, fc.constantFrom(...GAPS)), {
      minLength: 10,
      maxLength: 10,
    }),
    before: fc.constantFrom(...AROUND),
    after: fc.constantFrom(...AROUND),
  })
  .map(({ digits, script, gaps, before, after }) => {
    const written = Array.from(
      digits,
      (digit, i) => String.fromCodePoint(script + Number(digit)) + (gaps[i] ?? ''),
    ).join('');
    return { text: `${before}${written}${after}`, start: before.length, end: before.length + written.length };
  });

describe('masking', () => {
  it('hides every national identity number however it is spaced, wrapped, written or enclosed [ND15]', () => {
    fc.assert(
      fc.property(disguised, ({ text, start, end }) => {
        const spans = masked(text).filter(([, , kind]) => kind === 'national-id');
        return spans.some(([from, to]) => from <= start && to >= end);
      }),
      { numRuns: 3000 },
    );
  });

  it('hides every unbroken run of eleven digits, right or wrong, as some kind of number [ND15]', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{11}$/),
        fc.constantFrom(...AROUND),
        fc.constantFrom(...AROUND),
        (digits, before, after) => {
          const text = `${before}${digits}${after}`;
          const covered = masked(text).some(([from, to]) => from <= before.length && to >= before.length + 11);
          return covered || /^\d/.test(after) || /\d$/.test(before);
        },
      ),
    );
  });

  it('gives offsets that lie in the original, rise and never overlap, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), disguised, (noise, { text }) => {
        const whole = noise + text + noise;
        let last = 0;
        return masked(whole).every(([start, end]) => {
          const isRight = start >= last && end > start && end <= whole.length;
          last = end;
          return isRight;
        });
      }),
    );
  });

  it('leaves no digit of the number in the masked text', () => {
    fc.assert(
      fc.property(
        disguised,
        ({ text }) => !/\d{5}/u.test(maskedText(text, masked(text)).normalize('NFKC').replace(/[^\d]/gu, '')),
      ),
    );
  });

  it('names accounts, cards, phones, e-mail addresses, KID and case numbers by their kind', () => {
    expect(kinds('konto 1503.12.34562')).toEqual(['account:1503.12.34562']);
    expect(kinds('kortet 4111 1111 1111 1111')).toEqual(['card:4111 1111 1111 1111']);
    expect(kinds('ring +47 912 34 567')).toEqual(['phone:+47 912 34 567']);
    expect(kinds('tlf 91234567')).toEqual(['phone:91234567']);
    expect(kinds('skriv til kari.nordmann@example.no.')).toEqual(['email:kari.nordmann@example.no']);
    expect(kinds('KID: 0012345678')).toEqual(['kid:0012345678']);
    expect(kinds('gjelder FV-267973')).toEqual(['case:FV-267973']);
    expect(kinds('sak 267973')).toEqual(['case:267973']);
  });

  it('leaves amounts, dates and years alone', () => {
    expect(kinds('1 500 kroner den 12.03.2026, altså 12 500,00 kr i 2026')).toEqual([]);
    expect(kinds('fra 01.01.2020 til 31.12.2024')).toEqual([]);
  });

  it('finds a national id before the account number it would also pass as [ND15]', () => {
    expect(kinds('13860050007')).toEqual([expect.stringMatching(/^(?:national-id|account|digits):13860050007$/)]);
    expect(kinds('fødselsnummer 12345678901')).toEqual(['national-id:12345678901']);
  });
});
