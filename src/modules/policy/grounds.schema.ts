/** The shape of `config/policy/grounds.yaml`: the closed list of endings a case can have. */
import { z } from 'zod';
import { rights } from './requests.schema.js';
import { inThreeLanguages } from './three-languages.schema.js';

export const groundOutcomes = ['granted', 'partial', 'refused', 'unidentified', 'forwarded', 'done'] as const;

const lessThanAsked: readonly GroundOutcome[] = ['partial', 'refused', 'unidentified'];

const ground = z
  .strictObject({
    title: inThreeLanguages,
    article: z
      .string()
      .regex(/^\d+(?:\(\d+\))?(?:\([a-z]\))?$/)
      .nullable(),
    dpv: z.string().regex(/^(?:dpv|eu-gdpr|justifications):[A-Za-z0-9-]+$/),
    outcome: z.enum(groundOutcomes),
    for: z.union([z.enum(['rights', 'service', 'any']), z.array(z.enum(rights)).min(1)]),
    letter: z.enum(['required', 'optional']),
    needsRemedies: z.boolean(),
  })
  .refine(
    (row) =>
      !lessThanAsked.includes(row.outcome) || (row.needsRemedies && row.letter === 'required' && row.article !== null),
    'less than was asked for needs an article, a letter and the remedies (Art. 12(4))',
  );

export const groundsSchema = z.strictObject({
  version: z.string(),
  grounds: z.record(z.string().regex(/^[a-z][a-z-]*$/), ground),
});

export type GroundOutcome = (typeof groundOutcomes)[number];
export type GroundsPolicy = Readonly<z.infer<typeof groundsSchema>>;
export type GroundRule = Readonly<z.infer<typeof ground>> & { readonly id: string };

/** The endings as a list, in the order of the file. */
export const groundRules = ({ grounds }: GroundsPolicy): readonly GroundRule[] =>
  Object.entries(grounds).map(([id, row]) => ({ id, ...row }));
