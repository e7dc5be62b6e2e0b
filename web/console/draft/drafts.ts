/**
 * What a caseworker has begun to write, kept per caseworker and case until it is sent. It lives in the tab's own
 * store: a reload loses nothing, and closing the tab leaves nothing behind.
 */

export type Field = 'answer' | 'letter' | 'ground' | 'note' | 'waitDay' | 'waitReason' | 'colleague';
export type Draft = Readonly<Partial<Record<Field, string>>>;
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (worker: string, caseId: string): string => `skranke-draft/${worker}/${caseId}`;

/** @returns empty where nothing was begun, and where what is kept cannot be read */
export function readDraft(store: Store, worker: string, caseId: string): Draft {
  try {
    const kept: unknown = JSON.parse(store.getItem(keyOf(worker, caseId)) ?? '{}');
    return isDraft(kept) ? kept : {};
  } catch {
    return {};
  }
}

export function keepDraft(store: Store, worker: string, caseId: string, draft: Draft): void {
  const begun = Object.entries(draft).filter(([, text]) => text !== '');
  try {
    if (begun.length === 0) store.removeItem(keyOf(worker, caseId));
    else store.setItem(keyOf(worker, caseId), JSON.stringify(Object.fromEntries(begun)));
  } catch {
    // A full or forbidden store: the words are still on the page.
  }
}

/** A draft with some of its fields sent. */
export const without = (draft: Draft, sent: readonly Field[]): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([field]) => !sent.some((one) => one === field)));

/** Whether something was written that cannot simply be chosen again. */
export const hasWords = (draft: Draft): boolean =>
  [draft.answer, draft.letter, draft.note, draft.waitReason].some((text) => (text ?? '').trim() !== '');

function isDraft(kept: unknown): kept is Draft {
  return typeof kept === 'object' && kept !== null && Object.values(kept).every((text) => typeof text === 'string');
}
