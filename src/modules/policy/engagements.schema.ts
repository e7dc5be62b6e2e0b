/** The shape of `config/policy/engagements.yaml`: in which role each kind of engagement is carried out. */
import { z } from 'zod';
import { engagementKinds } from './engagement-kind.js';
import { inThreeLanguages } from './three-languages.schema.js';

const engagement = z.strictObject({
  role: z.enum(['controller', 'processor']),
  name: inThreeLanguages,
  clause: z.enum(['S9', 'S10']),
  why: z.string().min(1),
});

export const engagementsSchema = z.strictObject({
  version: z.string(),
  engagements: z.record(z.enum(engagementKinds), engagement),
});

export type EngagementsPolicy = Readonly<z.infer<typeof engagementsSchema>>;
