/** The shape of `config/sample/*.yaml`: a collector, its creditors, its caseworkers and the people it has to do with. */
import { z } from 'zod';
import { readAccountNumber } from '../values/account-number.js';
import { readOrganisationNumber } from '../values/organisation-number.js';
import { clearances } from './clearance.js';
import { engagementKinds } from './engagement-kind.js';
import { interestRulesSchema } from './rates.schema.js';
import { samplePersonSchema, type SamplePerson } from './sample-person.schema.js';
import { inThreeLanguages } from './three-languages.schema.js';

const language = z.enum(['nb', 'nn', 'en']);
const organisationNumber = z
  .string()
  .refine((text) => readOrganisationNumber(text) === text, 'is no organisation number');
const accountNumber = z.string().refine((text) => readAccountNumber(text) === text, 'is no account number');
const slug = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** What everybody may know of the collector. `account` takes the payments; `desk` is the neutral sender name (ND2). */
export const collectorSchema = z.strictObject({
  name: z.string().min(1),
  desk: z.string().min(1),
  organisationNumber,
  domain: z.string().regex(/^[a-z0-9.-]+$/),
  account: accountNumber,
  address: z.string().min(1),
  phone: z.string().min(1),
  email: z.email(),
  privacyEmail: z.email(),
  generalManager: z.string().min(1),
  siteUrl: z.url(),
  openingHours: inThreeLanguages,
});

/** What a creditor's contracts change in how its claims bear interest; the rest follows the desk's own rules. */
const creditorRules = interestRulesSchema.partial();

const sampleCreditor = z.strictObject({
  key: slug,
  name: z.string().min(1),
  organisationNumber,
  trade: z.string(),
  accountNumber,
  deductsVat: z.boolean(),
  interestRules: creditorRules,
  engagements: z
    .array(z.strictObject({ key: slug, kind: z.enum(engagementKinds), role: z.enum(['controller', 'processor']) }))
    .min(1),
});

const sampleCaseworker = z.strictObject({
  key: slug,
  name: z.string().min(1),
  roles: z.array(z.enum(clearances)).min(1),
  languages: z.array(language).min(1),
});

export const sampleCreditorsSchema = z.strictObject({ creditors: z.array(sampleCreditor).min(1) });
export const samplePeopleSchema = z.strictObject({ people: z.array(samplePersonSchema).min(1) });
export const sampleCaseworkersSchema = z.strictObject({ caseworkers: z.array(sampleCaseworker).min(1) });

export type SampleCollector = Readonly<z.infer<typeof collectorSchema>>;
export type SampleCreditor = Readonly<z.infer<typeof sampleCreditor>>;
export type SampleCaseworker = Readonly<z.infer<typeof sampleCaseworker>>;

/** The whole sample world in one piece. */
export type SampleWorld = {
  readonly collector: SampleCollector;
  readonly creditors: readonly SampleCreditor[];
  readonly people: readonly SamplePerson[];
  readonly caseworkers: readonly SampleCaseworker[];
};
