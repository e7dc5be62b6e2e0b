/** Finds the paragraph of the privacy notice that speaks of what was asked. */

type Paragraph = { readonly title: string; readonly text: string };

const stemLength = 6;
const shortestWord = 4;

/**
 * The paragraph whose words are most peculiar to it and shared with the question; the first paragraph when none is.
 * @param paragraphs  at least one, in the notice's order
 * @param question    any text in the same language
 */
export const findParagraph = (paragraphs: readonly Paragraph[], question: string): string => {
  const asked = new Set(stems(question));
  const spread = new Map<string, number>();
  const all = paragraphs.map((paragraph) => ({
    paragraph,
    words: new Set(stems(`${paragraph.title} ${paragraph.text}`)),
  }));
  for (const { words } of all) for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  const score = (words: ReadonlySet<string>): number =>
    [...asked]
      .filter((word) => words.has(word))
      .reduce((sum, word) => sum + Math.log((1 + all.length) / (spread.get(word) ?? 1)), 0) /
    Math.sqrt(Math.max(words.size, 12));
  const best = all.reduce(
    (leader, one) => (score(one.words) > score(leader.words) ? one : leader),
    all[0] ?? { paragraph: { title: '', text: '' }, words: new Set<string>() },
  );
  return best.paragraph.text;
};

const stems = (text: string): readonly string[] =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length >= shortestWord)
    .map((word) => word.slice(0, stemLength));
