/** The shape of one person in `config/sample/people.yaml`, with everything the collector holds about him or her. */
import { z } from 'zod';
import { parseDay } from '../values/day.js';
import { readNationalId } from '../values/national-id.js';
import { sampleClaimSchema } from './sample-claim.schema.js';
import { sources } from './source.js';

export const personKinds = [
  'person',
  'soleProprietor',
  'estate',
  'minor',
  'guardian',
  'creditorContact',
  'supplierContact',
  'applicant',
  'marketingRecipient',
  'businessRepresentative',
  'webContact',
] as const;

/** Synthetic numbers are read alike on any day. */
const storyDay = parseDay('2026-11-24');
const day = z.iso.date();
const source = z.enum(sources);
const slug = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** Where a contact point came from and how far it may be trusted (confidentiality, "Assurance"). */
const contactPoint = <V extends z.ZodType<string>>(value: V) =>
  z
    .strictObject({
      value,
      provenance: z.enum(['creditor', 'registry', 'person', 'eid']),
      state: z.enum(['unconfirmed', 'confirmed', 'bounced', 'not-me', 'protected']),
      confirmedOn: day.optional(),
    })
    .refine((point) => (point.state === 'confirmed') === (point.confirmedOn !== undefined), {
      error: 'confirmedOn belongs to a confirmed contact point, and to no other',
    });

/** One thing found out about a person: what it says, where it came from, when. */
const finding = z.strictObject({ text: z.string().min(1), source, collectedOn: day });

/** The categories of the notice that are no identity and no contact point (S11). */
const onFile = z.strictObject({
  property: z.array(finding).optional(),
  vehicles: z.array(finding).optional(),
  assets: z.array(finding).optional(),
  employer: z.array(finding).optional(),
  creditHistory: z.array(finding).optional(),
  creditRatings: z.array(finding).optional(),
});

export const samplePersonSchema = z.strictObject({
  key: slug,
  story: z.string().min(1),
  kind: z.enum(personKinds),
  language: z.enum(['nb', 'nn', 'en']),
  name: z.string().min(1),
  nationalId: z
    .string()
    .refine(
      (text) => readNationalId(text, storyDay)?.synthetic === true,
      'is no synthetic number: the month must be + 80',
    )
    .nullable(),
  birthDate: day.nullable(),
  address: z.strictObject({ street: z.string(), postcode: z.string().regex(/^\d{4}$/), city: z.string() }).nullable(),
  protectedAddress: z.enum(['none', 'code6', 'code7']).default('none'),
  sources: z.strictObject({
    name: source,
    nationalId: source.optional(),
    birthDate: source.optional(),
    address: source.optional(),
  }),
  emails: z.array(contactPoint(z.email().regex(/\.example$/, 'is not a .example address'))),
  phones: z.array(contactPoint(z.string().regex(/^\+479999\d{4}$/, 'is not in the sample range'))),
  organisation: z.strictObject({ name: z.string(), organisationNumber: z.string().regex(/^\d{9}$/) }).optional(),
  deceasedOn: day.optional(),
  guardian: slug.optional(),
  contactFor: slug.optional(),
  onFile: onFile.optional(),
  volunteered: z
    .array(
      z.strictObject({
        kind: z.enum(['health', 'other']),
        text: z.string(),
        channel: z.enum(['mail', 'chat', 'phone', 'letter']),
        receivedOn: day,
      }),
    )
    .optional(),
  consideration: z.strictObject({ adaptation: z.string(), reviewOn: day }).optional(),
  consents: z
    .array(
      z.strictObject({ purpose: z.enum(['newsletter', 'keepApplication']), givenOn: day, withdrawnOn: day.optional() }),
    )
    .optional(),
  applications: z
    .array(z.strictObject({ position: z.string().nullable(), receivedOn: day, hasCv: z.boolean() }))
    .optional(),
  mandates: z
    .array(
      z.strictObject({
        for: slug,
        kind: z.enum(['guardian', 'powerOfAttorney']),
        scope: z.enum(['view', 'agree']),
        from: day,
        to: day,
      }),
    )
    .optional(),
  claims: z.array(sampleClaimSchema),
});

export type SamplePerson = Readonly<z.infer<typeof samplePersonSchema>>;
export type PersonKind = (typeof personKinds)[number];
