import { open } from '../disclosure/open.js';
import type { Sealed } from '../disclosure/sealed.js';
import type { LettersPolicy } from '../policy/letters.schema.js';
import type { LetterFinding } from './letter-finding.js';
import { lintLetter, type LetterRules } from './lint-letter.js';

/** A finding that stops a letter. @property mayPass  a second look lets it go */
export type Stopped = LetterFinding & { readonly mayPass: boolean };

/** How often it was looked at: once, again by who wrote it, or by the second person of four eyes. */
export type Looks = 'first' | 'second';

/**
 * @returns what keeps the letter from leaving; empty when it may go
 * @source  config/policy/letters.yaml
 */
export const stopsOf = (
  letter: Sealed<string>,
  rules: LetterRules,
  looks: Looks,
  policy: LettersPolicy,
): readonly Stopped[] => {
  const row = policy[rules.proven ? 'proven' : 'unproven'];
  const found = lintLetter(open(letter), rules).map((finding) => ({
    ...finding,
    mayPass: finding.kind !== 'blank' && row[finding.kind] === 'second-look',
  }));
  return looks === 'first' ? found : found.filter(({ mayPass }) => !mayPass);
};
