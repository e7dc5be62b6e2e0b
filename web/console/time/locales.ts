import type { Language } from '../api/contract.js';

/** Few browsers know nynorsk; days, months and sums are the same in bokmål, and English would not be. */
export const locales: Readonly<Record<Language, string[]>> = {
  nb: ['nb-NO', 'no'],
  nn: ['nn-NO', 'nb-NO', 'no'],
  en: ['en-GB'],
};
