/** English: what went wrong. */
import type { faults as nb } from '../nb/faults.js';

export const faults: Readonly<Record<keyof typeof nb, string>> = {
  'fault-signed-out': 'You are signed out. What you have written is kept. Sign in again.',
  'fault-gone': 'It is no longer there, or you have no access.',
  'fault-stale': 'Not sent: the case has changed since you read it. What you wrote is untouched.',
  'fault-too-often': 'Too many tries. Wait a moment.',
  'fault-unreachable': 'The desk cannot be reached. Nothing is lost. We are trying again.',
  'fault-broken': 'Something went wrong with us. What you wrote is untouched.',
  'fault-lint': 'Not sent: look at what is marked in the text.',
  reference: 'Reference: {}',
  'refusal-closed': 'The case has ended.',
  'refusal-taken': 'A colleague has taken the case.',
  'refusal-not-claimed': 'The case has to be taken first.',
  'refusal-is-waiting': 'The case is waiting. Take it up again first.',
  'refusal-not-waiting': 'The case is not waiting.',
  'refusal-is-proposed': 'The case is up for approval.',
  'refusal-not-proposed': 'There is no proposal to approve.',
  'refusal-not-yours': 'Somebody else has the case.',
  'refusal-absent': 'You are marked as away. Come back to take cases.',
  'refusal-same-person': 'Two people have to look at this. Whoever proposed it cannot approve it.',
  'refusal-not-here': 'That cannot be done with this case.',
  'refusal-no-such-colleague': 'That colleague cannot receive cases from this queue.',
  'refusal-not-ahead': 'Choose a day that lies ahead.',
  'refusal-ground-unfit': 'Choose a ground that fits the case.',
  'refusal-letter-needed': 'This ground calls for a letter to the person.',
  'refusal-unreachable': 'There is no way to reach the person from here.',
};
