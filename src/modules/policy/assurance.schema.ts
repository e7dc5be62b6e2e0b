/** The shape of `config/policy/assurance.yaml`. Times in the unit their name says; counts are the most allowed. */
import { z } from 'zod';

const count = z.number().int().positive();
const life = z.strictObject({ minutes: count, idleMinutes: count });

export const assurancePolicySchema = z.strictObject({
  version: z.string(),
  lives: z.strictObject({ none: life, low: life, substantial: life, high: life }),
  pairWithinMinutes: count,
  code: z.strictObject({
    digits: z.literal(8, 'is eight in the words and in the code'),
    minutes: count.max(10),
    deliveryMinutes: count,
    tries: count,
    perTargetHour: count,
    perTargetDay: count,
    perSessionHour: count,
    failuresPerDebtorDay: count,
    failuresPerHourBreaker: count,
  }),
  letterCode: z.strictObject({ days: count, triesPerSessionHour: count, postOncePerDays: count }),
  token: z.strictObject({ minutes: count, refreshAfterChangeSeconds: count, ticketSeconds: count.max(60) }),
  door: z.strictObject({ conversationsPerAddressHour: count, messagesPerConversationMinute: count }),
  contactPoint: z.strictObject({ holdHours: count }),
  console: z.strictObject({
    hours: count.max(12),
    idleMinutes: count,
    login: z.strictObject({
      passwordLeast: count.min(12),
      passwordMost: count.min(64).max(128),
      enrolmentHours: count.max(168),
      recoveryCodes: count.max(20),
      failuresPerAddressQuarterHour: count,
      slowAfterFailures: count,
      slowestSeconds: count.max(10),
      tooCommon: z.array(z.string()),
    }),
  }),
  mail: z.strictObject({
    answersPerSenderDay: count,
    answersPerAlignedSenderDay: count,
    crisisAnswersPerSenderDay: count,
    answersPerHour: count,
  }),
});

export type AssurancePolicy = Readonly<z.infer<typeof assurancePolicySchema>>;
