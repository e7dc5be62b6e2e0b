/** The two check-digit rules of Norwegian numbers. */

const accountWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const organisationWeights = [3, 2, 7, 6, 5, 4, 3, 2];

/** MOD10 (Luhn) of a number that has no check digit yet. @param digits  ASCII digits, at least one */
export const mod10Digit = (digits: string): string => {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, at) => total + (at % 2 === 0 ? digitSum(Number(digit) * 2) : Number(digit)), 0);
  return String((10 - (sum % 10)) % 10);
};

/**
 * MOD11 with the weights 2 to 7 from the right, over and over.
 * @param digits  ASCII digits, at least one
 * @returns       a digit, or '-' where the rule gives ten
 */
export const mod11Digit = (digits: string): string => {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (2 + (at % 6)), 0);
  return mod11Sign(sum);
};

/** The check digit of an account number's first ten digits. */
export const accountDigit = (digits: string): string => mod11Sign(weigh(digits, accountWeights));

/** The check digit of an organisation number's first eight digits. */
export const organisationDigit = (digits: string): string => mod11Sign(weigh(digits, organisationWeights));

const digitSum = (number: number): number => (number > 9 ? number - 9 : number);

const weigh = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);

const mod11Sign = (sum: number): string => {
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? '-' : String(digit);
};
