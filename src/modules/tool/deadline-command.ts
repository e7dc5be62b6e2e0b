import { deadlineInputSchema, deadlineOutputSchema } from '../requests/deadline-line.schema.js';
import { deadlineOf, type DeadlineAnswer, type DeadlineLine } from '../requests/deadline-of.js';

/** `skranke deadline`: the legal clock of one request. */
export const deadlineCommand = {
  input: deadlineInputSchema,
  output: deadlineOutputSchema,
  run: (line: DeadlineLine): DeadlineAnswer => deadlineOf(line),
};
