/** Both sides of a line of `skranke deadline`. */
import { z } from 'zod';
import { readInstant } from '../values/day.js';

const instant = z
  .string()
  .refine(
    (text) => readInstant(text) !== null,
    'must be an instant with its offset, such as 2026-01-31T10:00:00+01:00',
  );

export const deadlineInputSchema = z.object({
  received: instant.describe('when the request reached an official channel'),
  events: z
    .array(
      z.object({ kind: z.enum(['asked', 'answered', 'extensionNotice']), at: instant, reason: z.string().nullish() }),
    )
    .optional()
    .describe('in any order'),
});

const day = z.iso.date();

export const deadlineOutputSchema = z.object({
  dueStrict: day.nullable().describe('null while a pause is open'),
  dueLegal: day.nullable().describe('dueStrict, moved to the next working day'),
  extended: z.boolean(),
  trace: z.array(
    z.object({
      rule: z.string(),
      text: z.string(),
      event: z.object({ kind: z.string(), at: z.string() }).optional(),
      valid: z.boolean().optional().describe('false for an event without effect'),
    }),
  ),
});
