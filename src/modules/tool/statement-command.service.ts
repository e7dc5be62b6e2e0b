import { statementInputSchema, statementOutputSchema } from '../claims/statement-line.schema.js';
import { statementOf, type StatementAnswer, type StatementLine } from '../claims/statement-of.js';
import { readPolicy } from '../policy/load-policy.service.js';
import { SkrankeError } from '../values/errors.js';

/** `skranke statement`: what a claim comes to on a day, reckoned by the configured rates. */
export const statementCommand = (configDirectory: string) => {
  const read = readPolicy({ configDirectory, publicUrl: 'http://127.0.0.1', demo: true });
  if (!read.ok) throw new SkrankeError('SKR_POLICY_INVALID', read.faults.join('\n'));
  const { rates } = read.value;
  return {
    input: statementInputSchema,
    output: statementOutputSchema,
    run: (line: StatementLine): StatementAnswer => statementOf(line, rates),
  };
};
