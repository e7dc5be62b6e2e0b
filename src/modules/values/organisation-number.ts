/** Numbers of the Norwegian register of legal entities. */
import { organisationDigit } from './check-digits.js';

declare const organisationBrand: unique symbol;

/** Nine digits beginning with 8 or 9 (2 and 3 in the registry's test world), the last a MOD11 check. */
export type OrganisationNumber = string & { readonly [organisationBrand]: 'OrganisationNumber' };

/** Reads `974 760 673`, also with `NO` before and `MVA` behind. Null when digits or check are wrong. */
export const readOrganisationNumber = (text: string): OrganisationNumber | null => {
  const bare = text.replace(/[\s\u00a0.]/gu, '').replace(/^NO|MVA$/giu, '');
  return /^[2389]\d{8}$/.test(bare) && organisationDigit(bare) === bare.at(-1) ? (bare as OrganisationNumber) : null;
};

/** `974 760 673`. */
export const formatOrganisationNumber = (number: OrganisationNumber): string =>
  `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
