/** The shape of `config/policy/legal-bases.yaml`: on what ground each kind of processing rests. */
import { z } from 'zod';
import { clauseIds } from './clause.schema.js';
import { inThreeLanguages } from './three-languages.schema.js';

export const subjectsOfProcessing = [
  'debtor',
  'creditorContact',
  'supplierContact',
  'applicant',
  'marketingRecipient',
  'businessRepresentative',
  'webContact',
] as const;

const basis = z
  .strictObject({
    subjects: z.array(z.enum(subjectsOfProcessing)).min(1),
    article: z.enum(['6(1)(a)', '6(1)(b)', '6(1)(c)', '6(1)(f)']),
    dpv: z.string().regex(/^eu-gdpr:A6-1-[abcf]$/),
    statutes: z.array(z.string().regex(/^(?:LOV|FOR)-\d{4}-\d\d-\d\d-\d+$/)),
    needsConsent: z.boolean(),
    mayObject: z.boolean(),
    clauses: clauseIds,
    purpose: inThreeLanguages,
    lawyer: z.string().optional(),
  })
  .refine((row) => row.dpv === `eu-gdpr:A6-1-${row.article.slice(-2, -1)}`, { error: 'dpv names another article' })
  .refine((row) => row.needsConsent === (row.article === '6(1)(a)'), { error: 'consent is 6(1)(a), and only that' })
  .refine((row) => row.article !== '6(1)(f)' || row.mayObject, {
    error: 'a balancing of interests may be objected to',
  });

export const legalBasesSchema = z.strictObject({
  version: z.string(),
  bases: z.record(z.string().regex(/^[a-z][a-z-]*$/), basis),
});

export type LegalBases = Readonly<z.infer<typeof legalBasesSchema>>;
