import type { AssurancePolicy } from '../policy/assurance.schema.js';

export type PasswordFault = 'short' | 'long' | 'common';

type Rule = Pick<AssurancePolicy['console']['login'], 'passwordLeast' | 'passwordMost' | 'tooCommon'>;

/**
 * What is wrong with a password somebody chooses. Only its length counts, and that not everybody has it: no rule of
 * digits and signs, no yearly change.
 * @returns  null when it may be used
 * @source   ASVS 5.0 6.2.1, 6.2.4, 6.2.5, 6.2.9
 */
export const passwordFault = (password: string, rule: Rule): PasswordFault | null => {
  const letters = Array.from(password).length;
  if (letters < rule.passwordLeast) return 'short';
  if (letters > rule.passwordMost) return 'long';
  return rule.tooCommon.includes(password.toLowerCase()) ? 'common' : null;
};
