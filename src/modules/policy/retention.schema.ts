/** The shape of `config/policy/retention.yaml`: how long each class of records is kept, and on what ground. */
import { z } from 'zod';
import { clauseIds } from './clause.schema.js';
import { inThreeLanguages } from './three-languages.schema.js';

export const retentionEvents = [
  'claimClosed',
  'financialYearEnd',
  'collected',
  'replaced',
  'lastActivity',
  'received',
  'caseSettled',
  'used',
  'sent',
  'expired',
  'written',
  'vacancyFilled',
  'consentGiven',
  'relationEnded',
  'optedOut',
  'withdrawn',
] as const;

export const holds = ['openAccessRequest', 'openClaim', 'openDispute', 'openComplaint'] as const;

const recordClass = z
  .strictObject({
    label: inThreeLanguages,
    records: z.array(z.string()).min(1),
    from: z.enum(retentionEvents),
    keep: z.strictObject({
      unit: z.enum(['hours', 'days', 'months', 'years']),
      amount: z.number().int().nonnegative(),
    }),
    ground: z.enum(['17(1)(a)', '17(1)(b)', '17(1)(c)', '17(3)(b)', '17(3)(e)']),
    law: z.array(z.string().regex(/^LOV-\d{4}-\d\d-\d\d-\d+$/)),
    then: z.enum(['erase', 'anonymise', 'prune']),
    holds: z.array(z.enum(holds)),
    clauses: clauseIds,
    why: z.string().min(1),
  })
  .refine((row) => row.ground !== '17(3)(b)' || row.law.length > 0, { error: 'a legal obligation needs its law' });

export const retentionSchema = z.strictObject({
  version: z.string(),
  classes: z.record(z.string().regex(/^[a-z][a-z-]*$/), recordClass),
});

export type RetentionPolicy = Readonly<z.infer<typeof retentionSchema>>;
export type RecordClass = Readonly<z.infer<typeof recordClass>>;
export type RetentionEvent = (typeof retentionEvents)[number];
export type Hold = (typeof holds)[number];
