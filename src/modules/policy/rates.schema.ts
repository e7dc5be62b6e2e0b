/**
 * The shapes of `config/rates/*.yaml`: every legal figure with the days it holds for and its source.
 * A row holds from `from` until the day before `to`; where no row covers a day, the desk refuses to reckon.
 */
import { z } from 'zod';
import { readDay, type Day } from '../values/day.js';

const day = z.string().transform((text, context): Day => {
  const read = readDay(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'is not a day YYYY-MM-DD' });
  return z.NEVER;
});
const decimal = z.string().regex(/^\d{1,9}(\.\d{1,9})?$/, 'is not a decimal number in quotes');
const fraction = z.string().regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/, 'is not a fraction such as 1/20');

/** `verify`: read in one secondary list only. `sample`: invented for the demo; production leaves the row out. */
const dated = {
  from: day,
  to: day.nullable(),
  source: z.string().min(1),
  verify: z.literal(true).optional(),
  sample: z.literal(true).optional(),
};

type Row = { readonly from: Day; readonly to: Day | null };

/** Rows stand in order and do not overlap; a gap is allowed and means that nothing is known. */
const inOrder = (end: 'open' | 'closed') => (rows: readonly Row[], context: z.RefinementCtx) => {
  const fault = (at: number, field: keyof Row, message: string): void =>
    context.addIssue({ code: 'custom', path: [at, field], message });
  rows.forEach(({ from, to }, at) => {
    const next = rows[at + 1];
    if (to !== null && to <= from) fault(at, 'to', 'is not after `from`');
    if (to === null && (next !== undefined || end === 'closed'))
      fault(at, 'to', next === undefined ? 'may not be open: a new figure is due' : 'is open before a later row');
    if (next !== undefined && (next.from <= from || (to !== null && next.from < to)))
      fault(at + 1, 'from', 'overlaps the row before');
  });
};

export const interestRulesSchema = z.strictObject({
  /** The day that first bears interest. */
  firstDay: z.enum(['due-date', 'day-after']),
  dayCount: z.enum(['actual/365', 'actual/actual']),
  rounding: z.enum(['per-period', 'total']),
  /** Whether what is paid on a day still bears interest for that day. */
  paymentDay: z.enum(['free', 'bears']),
  /** No ground was found on which costs bear interest, so only `false` is accepted. */
  onCosts: z.literal(false),
  /** The contract's own running rate, forsinkelsesrenteloven § 3; without it the statutory rows hold. */
  percentPerYear: z.union([decimal, z.number().nonnegative().max(1000)]).optional(),
});

export const lateInterestSchema = z.strictObject({
  rules: interestRulesSchema,
  rows: z
    .array(z.strictObject({ ...dated, percent: decimal }))
    .min(1)
    .superRefine(inOrder('closed')),
});

const band = z.strictObject({ upToNok: decimal.nullable(), times: decimal });

const collectionFeeCap = z.strictObject({
  ...dated,
  bands: z.array(band).min(1),
  heavyTimes: decimal,
  heavyAfterDays: z.number().int().positive(),
  demandDays: z.number().int().positive(),
  businessTimes: decimal,
  withoutVatDeductionTimes: decimal,
});

const reminderFee = z.strictObject({
  ...dated,
  reminder: fraction,
  collectionNotice: fraction,
  ownPaymentDemand: fraction,
  earliestDaysAfterDue: z.number().int().nonnegative(),
  mostReminders: z.number().int().positive(),
});

const nok = z.strictObject({ ...dated, nok: decimal });

export const feesSchema = z.strictObject({
  inkassosats: z
    .array(z.strictObject({ ...dated, nok: decimal, remindersRoundedTo: z.enum(['ore', 'krone']) }))
    .min(1)
    .superRefine(inOrder('open')),
  reminderFees: z.array(reminderFee).min(1).superRefine(inOrder('open')),
  collectionFeeCaps: z.array(collectionFeeCap).min(1).superRefine(inOrder('open')),
  courtFees: z.array(nok).superRefine(inOrder('closed')),
  standardCompensation: z.array(nok).superRefine(inOrder('closed')),
});

const exception = z.strictObject({ day, name: z.string().min(1), source: z.string().min(1) });

export const holidaysSchema = z.strictObject({ added: z.array(exception), removed: z.array(exception) });

const regime = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  law: z.string(),
  /** null: adopted, and not yet in force. */
  from: day.nullable(),
  to: day.nullable(),
  costsWhileDisputed: z.enum(['allowed', 'barred']),
  source: z.string().min(1),
});

export const regimesSchema = z.strictObject({ regimes: z.array(regime).min(1) });

export type InterestRules = Readonly<z.infer<typeof interestRulesSchema>>;
export type LateInterest = Readonly<z.infer<typeof lateInterestSchema>>;
export type LateInterestRow = LateInterest['rows'][number];
export type Fees = Readonly<z.infer<typeof feesSchema>>;
export type Regime = Readonly<z.infer<typeof regime>>;
export type Holidays = Readonly<z.infer<typeof holidaysSchema>>;

/** All of `config/rates` in one piece. */
export type Rates = {
  readonly lateInterest: LateInterest;
  readonly fees: Fees;
  readonly holidays: Holidays;
  readonly regimes: readonly Regime[];
};
