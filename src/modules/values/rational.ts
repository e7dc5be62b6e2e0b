/** Exact fractions, so that a rate times days is rounded once, at the end, and by a named rule. */
import { SkrankeError } from './errors.js';

/** @property denominator  > 0; the fraction need not be in lowest terms */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

export type Rounding = 'half-up' | 'half-even' | 'down';

/** @throws SKR_INTERNAL for a denominator of zero */
export const rational = (numerator: bigint | number, denominator: bigint | number = 1n): Rational => {
  const below = BigInt(denominator);
  if (below === 0n) throw new SkrankeError('SKR_INTERNAL', 'a fraction over zero');
  return below < 0n
    ? { numerator: -BigInt(numerator), denominator: -below }
    : { numerator: BigInt(numerator), denominator: below };
};

/** The exact value of a decimal such as `12.25` or `-3`; null when it is none. */
export const readDecimal = (text: string): Rational | null => {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text);
  if (match === null) return null;
  const decimals = match[3] ?? '';
  return rational(BigInt(`${match[1] ?? ''}${match[2] ?? ''}${decimals}`), 10n ** BigInt(decimals.length));
};

/** The same for a figure that configuration has already checked. @throws SKR_RATES_INVALID when it is no decimal */
export const decimal = (text: string): Rational => {
  const exact = readDecimal(text);
  if (exact === null) throw new SkrankeError('SKR_RATES_INVALID', 'a figure that is no decimal number');
  return exact;
};

export const times = (...factors: readonly Rational[]): Rational =>
  factors.reduce((product, factor) =>
    rational(product.numerator * factor.numerator, product.denominator * factor.denominator),
  );

export const plus = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/**
 * The whole number next to a fraction.
 * @param rounding  `half-up` and `half-even` decide a tie away from zero and to the even number; `down` cuts towards zero
 */
export const rounded = (value: Rational, rounding: Rounding): bigint => {
  const size = value.numerator < 0n ? -value.numerator : value.numerator;
  const whole = size / value.denominator;
  const twiceTheRest = 2n * (size % value.denominator);
  const isUp = twiceTheRest > value.denominator || (twiceTheRest === value.denominator && tieGoesUp(whole, rounding));
  const magnitude = rounding !== 'down' && isUp ? whole + 1n : whole;
  return value.numerator < 0n ? -magnitude : magnitude;
};

const tieGoesUp = (whole: bigint, rounding: Rounding): boolean => rounding === 'half-up' || whole % 2n === 1n;
