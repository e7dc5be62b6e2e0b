/** What signing in and taking an account up need, as it comes over the wire, and what they answer. */
import { z } from 'zod';

const typed = z.string().min(1).max(200);
const password = z.string().min(1).max(1_000);

export const signInByPasswordSchema = z.strictObject({ name: typed, password, code: typed });
export const enrolmentSchema = z.strictObject({ code: typed });
export const enrolledSchema = z.strictObject({ code: typed, password, totp: typed });

export const enrolmentAnswer = z.strictObject({
  signInName: z.string(),
  secret: z.string(),
  qr: z.strictObject({ size: z.number().int(), path: z.string() }),
});

export const enrolledAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('done'), recoveryCodes: z.array(z.string()) }),
  z.strictObject({ outcome: z.literal('refused'), fault: z.enum(['short', 'long', 'common', 'totp']) }),
]);
