/** The shape of `config/policy/requests.yaml`: what happens to each thing a person can ask for or tell. */
import { z } from 'zod';
import { assuranceLevels } from '../disclosure/assurance.js';
import { clauseIds } from './clause.schema.js';
import { servicePeriod } from './queues.schema.js';

export const rights = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'marketing_objection',
  'consent_withdrawal',
  'complaint',
] as const;

const request = z.strictObject({
  queue: z.string(),
  right: z.enum(rights).nullable().default(null),
  article: z
    .string()
    .regex(/^\d+(?:\(\d+\))?$/)
    .nullable()
    .default(null),
  dpv: z.string().startsWith('eu-gdpr:').nullable().default(null),
  clock: z.enum(['service', 'legal']).default('service'),
  service: servicePeriod.optional(),
  fileAt: z.enum(assuranceLevels).default('none'),
  answerAt: z.enum(assuranceLevels),
  needsClaim: z.boolean().default(false),
  asController: z.literal('decide').default('decide'),
  asProcessor: z.enum(['forward', 'handle', 'never']).default('handle'),
  effect: z.enum(['none', 'pause', 'suppress']).default('none'),
  clauses: clauseIds,
});

export const requestsSchema = z.strictObject({
  version: z.string(),
  requests: z.record(z.string().regex(/^[a-z][a-z_]*$/), request),
});

export type RequestsPolicy = Readonly<z.infer<typeof requestsSchema>>;
export type RequestRow = Readonly<z.infer<typeof request>>;
export type Right = (typeof rights)[number];
