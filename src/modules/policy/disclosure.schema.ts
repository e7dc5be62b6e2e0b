/** The shape of `config/policy/disclosure.yaml`: who may be told what, by topic. */
import { z } from 'zod';
import { assuranceLevels } from '../disclosure/assurance.js';
import { isFactName, type FactName } from '../disclosure/facts.js';

/** Whom a rule speaks of, in words a lawyer reads: `anyone` is everybody before a proof. */
export const subjectKinds = [
  'anyone',
  'debtor',
  'co-debtor',
  'guarantor',
  'sole-proprietor',
  'minor',
  'parent',
  'guardian',
  'representative',
  'estate',
  'bankruptcy-trustee',
  'signatory',
  'creditor-user',
  'authority',
  'job-applicant',
  'supplier-contact',
  'business-representative',
  'website-visitor',
  'marketing-recipient',
] as const;

/** Those who are told of somebody else, as far as a mandate, an appointment or a warrant goes (ND10-ND12). */
export const actingKinds: readonly SubjectKind[] = [
  'parent',
  'guardian',
  'representative',
  'estate',
  'bankruptcy-trustee',
  'signatory',
  'creditor-user',
  'authority',
];

export const disclosureChannels = ['chat', 'mail', 'code', 'letter', 'portal'] as const;

const fact = z.custom<FactName>((name) => typeof name === 'string' && isFactName(name), {
  error: 'is not a fact the desk knows',
});

const subjectKind = z.enum(subjectKinds);

/** A row as it stands in the file; `subject` may be a list. */
const row = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*(?:\.[a-z-]+)?$/),
  topic: z.string().regex(/^[a-z][a-z-]*$/),
  subject: z.union([subjectKind, z.array(subjectKind).min(2)]),
  level: z.enum(assuranceLevels),
  scope: z.enum(['person', 'case']).default('person'),
  channels: z.array(z.enum(disclosureChannels)).min(1),
  facts: z.array(fact),
  clauses: z.array(z.string()).min(1),
  why: z.string(),
});

export const disclosurePolicySchema = z.strictObject({
  version: z.string(),
  rules: z
    .array(row)
    .min(1)
    .transform((rows): readonly DisclosureRule[] => rows.flatMap(rulesOf)),
});

type Row = z.infer<typeof row>;

/** One rule a kind of subject: of a row with a list, `id` is the row's with the kind behind a dot. */
export type DisclosureRule = Readonly<Omit<Row, 'subject'> & { readonly subject: SubjectKind }>;
export type DisclosurePolicy = { readonly version: string; readonly rules: readonly DisclosureRule[] };
export type SubjectKind = (typeof subjectKinds)[number];
export type DisclosureChannel = (typeof disclosureChannels)[number];

function rulesOf({ subject, ...rest }: Row): readonly DisclosureRule[] {
  if (typeof subject === 'string') return [{ ...rest, subject }];
  return subject.map((kind) => ({ ...rest, id: `${rest.id}.${kind}`, subject: kind }));
}
