/** The shape of `config/policy/crisis-numbers.yaml`: whom to call, and when that was last checked. */
import { z } from 'zod';
import { inThreeLanguages } from './three-languages.schema.js';

const callable = z.strictObject({
  number: z.string().regex(/^\d[\d ]*$/),
  for: z.array(z.enum(['crisis', 'threat', 'minor', 'money'])).min(1),
  label: inThreeLanguages,
  site: z.string().optional(),
  hours: z.string().min(1),
  checkedOn: z.iso.date(),
  source: z.string().min(1),
});

export const crisisNumbersSchema = z.strictObject({
  version: z.string(),
  numbers: z.record(z.string().regex(/^[a-z][a-z-]*$/), callable),
});

export type CrisisNumbers = Readonly<z.infer<typeof crisisNumbersSchema>>;
export type CrisisOccasion = CrisisNumbers['numbers'][string]['for'][number];
