/** The shape of one claim in `config/sample/people.yaml`. Amounts in øre, days in Europe/Oslo. */
import { z } from 'zod';
import { readAccountNumber } from '../values/account-number.js';
import { readKid } from '../values/kid.js';
import { readLetterCode } from '../values/letter-code.js';
import { engagementKinds } from './engagement-kind.js';
import { sources } from './source.js';

const day = z.iso.date();
const ore = z.number().int().nonnegative();
const source = z.enum(sources);
const letterCode = z
  .string()
  .refine((text) => readLetterCode(text) === text, 'is not ten Crockford base-32 characters');

export const postingKinds = [
  'reminder',
  'collectionNotice',
  'paymentDemand',
  'collectionFee',
  'courtFee',
  'payment',
  'credit',
  'writeOff',
  'disputed',
  'disputeSettled',
] as const;

const posting = z.strictObject({
  date: day,
  kind: z.enum(postingKinds),
  amountOre: ore.optional(),
  appliedTo: z.enum(['principal', 'interest', 'fees']).optional(),
  source,
});

export const sampleClaimSchema = z.strictObject({
  caseNumber: z.string().regex(/^FV-\d{6}$/),
  letterCode,
  kid: z.string().refine((text) => readKid(text) === text, 'is no KID'),
  accountNumber: z.string().refine((text) => readAccountNumber(text) === text, 'is no account number'),
  creditor: z.string(),
  engagement: z.enum(engagementKinds),
  invoiceNumber: z.string(),
  principalOre: ore,
  dueDate: day,
  deliveredOn: day,
  debtorKind: z.enum(['consumer', 'business']),
  status: z.enum(['open', 'paused', 'closed']),
  closedOn: day.optional(),
  source,
  alsoLiable: z
    .array(z.strictObject({ person: z.string(), part: z.enum(['co-debtor', 'guarantor']), letterCode }))
    .optional(),
  postings: z.array(posting),
});

export type SampleClaim = Readonly<z.infer<typeof sampleClaimSchema>>;
export type SamplePosting = Readonly<z.infer<typeof posting>>;
export type PostingKind = (typeof postingKinds)[number];
