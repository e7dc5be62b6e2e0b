/** How hard a Scandinavian or English text is to read. */

/**
 * LIX: words per sentence + percentage of words longer than six letters. Below 40 is plain, above 50 is officialese.
 * Addresses and numbers count for nothing.
 * @returns 0 for a text without words
 * @source  language, "Wording"
 */
export const lix = (text: string): number => {
  const words = text.replace(/\S*[@_]\S*|\S+\.(?:no|example)\b/g, ' ').match(/\p{L}[\p{L}-]*/gu) ?? [];
  const sentences = text.match(/[.!?:](?=\s|$)/g) ?? [];
  if (words.length === 0) return 0;
  const long = words.filter((word) => word.length > 6).length;
  return words.length / Math.max(sentences.length, 1) + (100 * long) / words.length;
};

/** The hardest a sentence of the desk may be, and from how many words on it is a sentence: a label has too few to say. */
const hardest = 40;
const fewestWords = 8;

/**
 * @param texts  sentences of one language by their key; a `{fact}` counts as one short word
 * @returns      every sentence that is too hard, in words that follow its key
 */
export const readingFaults = (
  texts: Readonly<Record<string, string>>,
): readonly { readonly key: string; readonly what: string }[] =>
  Object.entries(texts)
    .map(([key, text]) => ({ key, text: text.replace(/\{\w+\}/g, 'x') }))
    .filter(({ text }) => (text.match(/\p{L}+/gu) ?? []).length >= fewestWords && lix(text) > hardest)
    .map(({ key, text }) => ({ key, what: `reads at LIX ${lix(text).toFixed(0)}; ${String(hardest)} is the most` }));
