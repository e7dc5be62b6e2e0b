/** Norwegian bank account numbers. */
import { accountDigit } from './check-digits.js';

declare const accountBrand: unique symbol;

/** Eleven digits, the last a MOD11 check. */
export type AccountNumber = string & { readonly [accountBrand]: 'AccountNumber' };

/** Reads an account number; spaces and dots are dropped, as in `1234.56 78903`. Null when digits or check are wrong. */
export const readAccountNumber = (text: string): AccountNumber | null => {
  const bare = text.replace(/[\s\u00a0.]/gu, '');
  return /^\d{11}$/.test(bare) && accountDigit(bare) === bare.at(-1) ? (bare as AccountNumber) : null;
};

/** `1234 56 78903`. */
export const formatAccountNumber = (account: AccountNumber): string =>
  `${account.slice(0, 4)} ${account.slice(4, 6)} ${account.slice(6)}`;
