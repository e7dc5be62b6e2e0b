/** Both sides of a line of `skranke statement`. */
import { z } from 'zod';
import { readDay } from '../values/day.js';
import { chargeKinds, disputeKinds, reductionKinds } from './posting.js';

const day = z.string().refine((text) => readDay(text) !== null, 'must be a day YYYY-MM-DD');
const chargedOre = z.number().int().nonnegative();
const ore = z.number().int();

const posting = z.object({
  date: day,
  kind: z.enum([...chargeKinds, ...reductionKinds, ...disputeKinds]),
  amountOre: chargedOre
    .nullish()
    .describe('needed for payments, credits and write-offs; without it a fee goes by the rates'),
  appliedTo: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .describe('fees, interest or principal: what it covers first'),
});

export const statementInputSchema = z.object({
  asOf: day.describe('interest of that day included; later postings are ignored'),
  regime: z.string().nullish().describe('an act of config/rates/regimes.yaml; without it the act of that day'),
  claim: z.object({
    principalOre: chargedOre,
    dueDate: day,
    debtorKind: z.enum(['consumer', 'business']),
    creditorDeductsVat: z.boolean(),
    postings: z.array(posting),
  }),
});

export const statementOutputSchema = z.object({
  principalOre: ore,
  lateInterestOre: ore,
  feesOre: ore,
  paidOre: ore,
  outstandingOre: ore.describe('negative when overpaid'),
  periods: z.array(
    z.object({ from: z.string(), to: z.string(), days: ore, ratePercent: z.number(), interestOre: ore }),
  ),
  fees: z.array(z.object({ rule: z.string(), amountOre: ore, limitedBy: z.string().optional() })),
  payments: z.array(
    z.object({ date: z.string(), amountOre: ore, applied: z.array(z.object({ kind: z.string(), amountOre: ore })) }),
  ),
});
