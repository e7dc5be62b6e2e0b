/** Which form of the case holds words that were not sent. */
import type { Draft, Field } from '../draft/drafts.js';

const words: Readonly<Record<string, Field>> = { answer: 'answer', settle: 'letter', note: 'note', wait: 'waitReason' };

export function draftOf(form: string, draft: Draft): boolean {
  const field = words[form];
  return field !== undefined && (draft[field] ?? '').trim() !== '';
}
