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
