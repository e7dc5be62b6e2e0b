/** Sums as they are told: kroner with two decimals, in the manner of the language. */
import type { Language } from '../api/contract.js';
import { locales } from './locales.js';

/** @param ore  integer øre */
export const kroner = (ore: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'NOK' }).format(ore / 100);
