/** The clauses of the privacy notice that a row of policy answers to: S1 to S47. */
import { z } from 'zod';

export const clauseId = z.string().regex(/^S(?:[1-9]|[1-3]\d|4[0-7])$/, 'is not a clause of the notice');

export const clauseIds = z.array(clauseId).min(1);
