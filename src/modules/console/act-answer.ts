/** What the page is told of an act that was not done. */
import type { Done } from '../casework/casework.service.js';
import { refusalCode, type Refusal } from '../casework/refusal.js';

export type NotDone = {
  readonly status: 409 | 412 | 422;
  readonly body: { readonly error: Readonly<Record<string, unknown>> };
};

/** @param reference  for the journal of errors, as every error has one */
export const notDone = (outcome: Exclude<Done, { outcome: 'done' }>, reference: string): NotDone => {
  if (outcome.outcome === 'refused') return refused(outcome.refusal, reference);
  const message = 'Something in the letter may not go there. Read it again.';
  return {
    status: 422,
    body: { error: { code: 'SKR_LETTER_LINT', message, reference, findings: outcome.findings } },
  };
};

export const refused = (refusal: Refusal, reference: string): NotDone => {
  const code = refusalCode(refusal);
  return {
    status: code === 'SKR_PRECONDITION' ? 412 : 409,
    body: { error: { code, message: sentences[refusal], reference, refusal } },
  };
};

const sentences: Readonly<Record<Refusal, string>> = {
  closed: 'The case has ended.',
  taken: 'Somebody has taken the case.',
  'not-claimed': 'Take the case first.',
  'is-waiting': 'The case is waiting. Take it up again first.',
  'not-waiting': 'The case is not waiting.',
  'is-proposed': 'The case waits for a second person.',
  'not-proposed': 'Nothing has been proposed.',
  stale: 'The case has changed meanwhile. Read it again.',
  'moved-on': 'The person has written meanwhile. Read it first.',
  'not-yours': 'Somebody else has the case.',
  absent: 'You are marked as absent.',
  'same-person': 'A second person has to approve it.',
  'not-here': 'There is no conversation to give back.',
  'no-such-colleague': 'That colleague cannot take the case.',
  'not-ahead': 'That time has passed.',
  'ground-unfit': 'The case cannot end on that ground.',
  'letter-needed': 'That ending has to be told in words.',
  unreachable: 'Nothing we may use reaches the person.',
};
