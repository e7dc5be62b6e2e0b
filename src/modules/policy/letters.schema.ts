/** The shape of `config/policy/letters.yaml`: what may stand in a caseworker's own words, and after how many looks. */
import { z } from 'zod';

/** What the lint of letters finds. */
export const letterFindingKinds = ['amount', 'digits', 'case-number', 'creditor', 'name'] as const;

/** `second-look`: may go when the caseworker says that she has read it again; `never`: may not go at all. */
const look = z.enum(['second-look', 'never']);

export const lettersSchema = z.strictObject({
  version: z.string(),
  unproven: z.strictObject({ amount: look, digits: look, 'case-number': look, creditor: look, name: look }),
  proven: z.strictObject({ amount: look, digits: look, 'case-number': look, creditor: look, name: look }),
});

export type LettersPolicy = Readonly<z.infer<typeof lettersSchema>>;
export type LetterFindingKind = (typeof letterFindingKinds)[number];
