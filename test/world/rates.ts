import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import {
  feesSchema,
  holidaysSchema,
  lateInterestSchema,
  regimesSchema,
  type Rates,
} from '../../src/modules/policy/rates.schema.js';

const read = <T>(file: string, schema: z.ZodType<T>): T =>
  schema.parse(parse(readFileSync(`config/rates/${file}.yaml`, 'utf8')));

/** The rates the desk ships with, the sample rows included. */
export const shippedRates: Rates = {
  lateInterest: read('late-interest', lateInterestSchema),
  fees: read('fees', feesSchema),
  holidays: read('holidays', holidaysSchema),
  regimes: read('regimes', regimesSchema).regimes,
};
