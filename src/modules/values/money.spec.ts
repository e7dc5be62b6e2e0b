import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { languages } from './language.js';
import { formatOre, ore, readOre, roundedOre, sumOre } from './money.js';
import { rational, readDecimal, rounded, times } from './rational.js';

const anyOre = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(ore);

describe('money', () => {
  it.each([
    [123450, 'nb', '1\u00a0234,50\u00a0kr'],
    [123450, 'nn', '1\u00a0234,50\u00a0kr'],
    [123450, 'en', 'NOK 1,234.50'],
    [0, 'nb', '0,00\u00a0kr'],
    [5, 'en', 'NOK 0.05'],
    [-99, 'nb', '\u22120,99\u00a0kr'],
    [-123456789, 'en', 'NOK \u22121,234,567.89'],
    [100000000, 'nb', '1\u00a0000\u00a0000,00\u00a0kr'],
  ] as const)('writes %d øre in %s as %s', (amount, language, text) => {
    expect(formatOre(ore(amount), language)).toBe(text);
  });

  it.each([
    ['1 234,50 kr', 'nb', 123450],
    ['kr 1.234,-', 'nb', 123400],
    ['kr. 1\u202f234', 'nn', 123400],
    ['1234.5', 'nb', 123450],
    ['−12,00', 'nb', -1200],
    ['NOK 1,234.50', 'en', 123450],
    ['1,234', 'en', 123400],
    ['1.234', 'nb', 123400],
    ['1234567 kroner', 'nb', 123456700],
    ['500 NOK', 'en', 50000],
  ] as const)('reads "%s" in %s as %d øre', (text, language, amount) => {
    expect(readOre(text, language)).toBe(amount);
  });

  it.each([
    '',
    'kr',
    '1,234',
    '12 34',
    '1.23.45',
    '1 234.567',
    '1,2,3',
    '1e3',
    '12,345,67',
    '1 234,50 kr og 5 kr',
    '0x10',
    '１２',
  ])('does not guess at "%s" in nb', (text) => {
    expect(readOre(text, 'nb')).toBeNull();
  });

  it('reads back what it writes, in every language', () => {
    fc.assert(
      fc.property(
        anyOre,
        fc.constantFrom(...languages),
        (amount, language) => readOre(formatOre(amount, language), language) === amount,
      ),
    );
  });

  it('refuses a fraction of an øre, a number beyond safe integers and a negative nought', () => {
    expect(() => ore(0.5)).toThrow('SKR_INTERNAL');
    expect(() => ore(2n ** 60n)).toThrow('SKR_INTERNAL');
    expect(Object.is(sumOre([ore(-0)]), 0)).toBe(true);
  });
});

describe('exact fractions', () => {
  it('round once: 10 000 kr at 12.5 % for 15 of 365 days is 51.37 kr', () => {
    const rate = readDecimal('12.50') ?? rational(0);
    const exact = times(rational(1_000_000), rate, rational(15, 365 * 100));
    expect(roundedOre(exact, 'half-up')).toBe(5137);
  });

  it.each([
    [5, 2, 3n, 2n, 2n],
    [7, 2, 4n, 4n, 3n],
    [-5, 2, -3n, -2n, -2n],
    [1, -2, -1n, 0n, 0n],
    [9, 4, 2n, 2n, 2n],
    [11, 4, 3n, 3n, 2n],
  ])('round %d/%d half up, half even and down', (above, below, halfUp, halfEven, down) => {
    const value = rational(above, below);
    expect([rounded(value, 'half-up'), rounded(value, 'half-even'), rounded(value, 'down')]).toEqual([
      halfUp,
      halfEven,
      down,
    ]);
  });

  it.each(['', '12,5', '1.', '.5', '1e2', ' 1', '+1', '--1'])('take "%s" for no decimal', (text) => {
    expect(readDecimal(text)).toBeNull();
  });
});
