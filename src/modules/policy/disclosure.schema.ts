/** The shape of `config/policy/disclosure.yaml`: who may be told what, by topic. */
import { z } from 'zod';
import { assuranceLevels } from '../disclosure/assurance.js';
import { isFactName, type FactName } from '../disclosure/facts.js';

export const subjectKinds = ['anyone', 'debtor', 'caseworker-addressee'] as const;

const fact = z.custom<FactName>((name) => typeof name === 'string' && isFactName(name), {
  error: 'is not a fact the desk knows',
});

const rule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  topic: z.string().regex(/^[a-z][a-z-]*$/),
  subject: z.enum(subjectKinds),
  level: z.enum(assuranceLevels),
  scope: z.enum(['person', 'case']).default('person'),
  channels: z.array(z.enum(['chat', 'mail', 'code', 'letter'])).min(1),
  facts: z.array(fact),
  clauses: z.array(z.string()).min(1),
  why: z.string(),
});

export const disclosurePolicySchema = z.strictObject({
  version: z.string(),
  rules: z.array(rule).min(1),
});

export type DisclosureRule = Readonly<z.infer<typeof rule>>;
export type DisclosurePolicy = { readonly version: string; readonly rules: readonly DisclosureRule[] };
export type SubjectKind = (typeof subjectKinds)[number];
export type DisclosureChannel = DisclosureRule['channels'][number];
