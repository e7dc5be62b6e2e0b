import { z } from 'zod';
import { assuranceLevels } from '../disclosure/assurance.js';
import { everyFact, explain, type Explanation } from '../disclosure/explain.js';
import type { FactName } from '../disclosure/facts.js';
import { disclosureChannels, subjectKinds } from '../policy/disclosure.schema.js';
import { readPolicy } from '../policy/load-policy.service.js';
import { SkrankeError } from '../values/errors.js';

const input = z.object({
  topic: z.string(),
  subject: z.enum(subjectKinds),
  level: z.enum(assuranceLevels),
  scope: z.enum(['person', 'case']).default('person').describe('case: a letter code is all the proof there is'),
  channel: z.enum(disclosureChannels),
  facts: z
    .array(z.enum(everyFact as [FactName, ...FactName[]]))
    .min(1)
    .optional()
    .describe('left out: every fact'),
});

const output = z.object({
  outcome: z.enum(['disclose', 'step-up', 'withhold']),
  rule: z.string().nullable(),
  facts: z.array(z.string()).describe('what is told'),
  kept: z.array(z.string()).describe('asked for and not told'),
  clauses: z.array(z.string()),
  why: z.string(),
  needed: z.enum(assuranceLevels).nullable(),
  considered: z.array(z.object({ rule: z.string(), but: z.string().nullable() })),
});

/** `skranke policy explain`: why one question would be decided so. */
export const explainCommand = (configDirectory: string) => {
  const read = readPolicy({ configDirectory, publicUrl: 'http://127.0.0.1', demo: true });
  if (!read.ok) throw new SkrankeError('SKR_POLICY_INVALID', read.faults.join('\n'));
  const { disclosure } = read.value;
  return {
    input,
    output,
    run: ({ facts = [...everyFact], ...question }: z.infer<typeof input>): Explanation =>
      explain({ ...question, facts }, disclosure),
  };
};
