/** What `skranke caseworker` is told and answers, a line each. */
import { z } from 'zod';
import { clearances } from '../policy/clearance.js';

export const caseworkerInput = z.strictObject({
  id: z.union([z.string(), z.number()]).optional().describe('echoed'),
  caseworker: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'must be lower-case letters, digits, dots and dashes')
    .describe('the key of the caseworker; stands in the journal'),
  name: z.string().trim().min(1).max(200).optional().describe('add: as colleagues know her'),
  roles: z.array(z.enum(clearances)).min(1).optional().describe('add: what she may open'),
  signInName: z.string().trim().min(1).max(200).optional().describe('add: what she types; else the key'),
});

export const caseworkerOutput = z.strictObject({
  caseworker: z.string(),
  state: z.enum(['enrolling', 'disabled']),
  enrolmentCode: z.string().optional().describe('hand it over yourself; it opens the account once'),
  expiresAt: z.string().optional(),
});

export type CaseworkerLine = z.infer<typeof caseworkerInput>;
export type CaseworkerAnswer = z.infer<typeof caseworkerOutput>;
