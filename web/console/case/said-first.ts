/** The words a case began with stand above its conversation; there they need not stand a second time. */
import type { Line } from '../api/case.js';

export type Said = { readonly at: string | null; readonly rest: readonly Line[] };

/**
 * @param words  what the case is about, as it stands above
 * @returns      when they were written, where the conversation begins with them; and what followed
 */
export function saidFirst(words: string, transcript: readonly Line[]): Said {
  const [first, ...rest] = transcript;
  const isSame = first?.author === 'person' && first.text.trim() === words.trim();
  return isSame ? { at: first.at, rest } : { at: null, rest: transcript };
}
