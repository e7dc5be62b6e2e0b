/** The shape of `config/notice/processors.yaml`: who processes personal data on the collector's behalf (S28-S31, S35). */
import { z } from 'zod';
import { inThreeLanguages } from './three-languages.schema.js';

const day = z.iso.date();
const place = {
  name: z.string().min(1),
  purpose: inThreeLanguages,
  region: z.enum(['EEA', 'outside-EEA']),
  country: z.string().regex(/^[A-Z]{2}$/),
  agreedOn: day.optional(),
  informedOn: day.optional(),
};
type Place = { region: 'EEA' | 'outside-EEA'; agreedOn?: string | undefined; informedOn?: string | undefined };

const agreed = (row: Place): boolean =>
  row.region === 'EEA' || (row.agreedOn !== undefined && row.informedOn !== undefined);
const notAgreed = { error: 'lies outside the EEA without agreedOn and informedOn (S35)', path: ['region'] };

const subProcessor = z.strictObject(place).refine(agreed, notAgreed);
const processor = z
  .strictObject({ ...place, agreementOn: day, subProcessors: z.array(subProcessor) })
  .refine(agreed, notAgreed);

export const processorsSchema = z.strictObject({
  version: z.string(),
  processors: z.record(z.string().regex(/^[a-z][a-z-]*$/), processor),
});

export type Processors = Readonly<z.infer<typeof processorsSchema>>;
