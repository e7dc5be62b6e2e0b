/** The shape of `config/recurring.yaml`: every job that runs by itself, one line each. */
import { z } from 'zod';

export const recurringSchema = z.array(
  z.strictObject({
    name: z.string().regex(/^[a-z][a-z-]*$/),
    schedule: z.string().min(9),
    does: z.string().min(1),
    catchUp: z.enum(['once', 'each']).default('once'),
  }),
);

export type RecurringRow = Readonly<z.infer<typeof recurringSchema>[number]>;

/** What a room offers to be run on schedule; `now` is the desk's time the run is due at. */
export type RecurringWork = { readonly name: string; run(now: Date): Promise<void> };

/** Injection token: the list of all recurring work. */
export const RECURRING_WORK = Symbol('recurring work');
