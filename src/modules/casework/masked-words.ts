/** A person's words as a caseworker reads them: what proves nobody and helps nobody is not shown. */
import type { CaseNumberFinder } from '../understanding/case-numbers.js';
import { mask } from '../understanding/mask.js';
import { normalise } from '../understanding/normalise.js';

const hidden: readonly string[] = ['national-id', 'card'];

/**
 * Identity numbers and card numbers are blotted out; addresses, phone, case and payment numbers stay, because the case
 * is often about them.
 * @source R14, S17; personopplysningsloven § 12
 */
export const maskedWords = (text: string, find: CaseNumberFinder): string =>
  mask(normalise(text), find)
    .masked.filter(([, , kind]) => hidden.includes(kind))
    .reduceRight(
      (shown, [start, end]) => shown.slice(0, start) + '\u2022'.repeat(end - start) + shown.slice(end),
      text,
    );
