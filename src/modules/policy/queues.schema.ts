/** The shape of `config/policy/queues.yaml`: where a case waits, who may open it, how soon somebody must have looked. */
import { z } from 'zod';
import { clauseIds } from './clause.schema.js';
import { clearances } from './clearance.js';
import { inThreeLanguages } from './three-languages.schema.js';

export const servicePeriod = z.strictObject({
  unit: z.enum(['minutes', 'hours', 'workingDays', 'days']),
  amount: z.number().int().positive(),
});

const queue = z.strictObject({
  name: inThreeLanguages,
  purpose: inThreeLanguages,
  clearance: z.enum(clearances),
  service: servicePeriod,
  clock: z.enum(['service', 'legal']),
  fourEyes: z.boolean(),
  clauses: clauseIds,
});

export const queuesSchema = z.strictObject({
  version: z.string(),
  queues: z.record(z.string().regex(/^[a-z][a-z-]*$/), queue),
});

export type QueuesPolicy = Readonly<z.infer<typeof queuesSchema>>;
export type ServicePeriod = Readonly<z.infer<typeof servicePeriod>>;
