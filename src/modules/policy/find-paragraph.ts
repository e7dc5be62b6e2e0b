/** Finds the paragraph of the privacy notice that speaks of what was asked. */

type Paragraph = { readonly title: string; readonly text: string; readonly asks: string };

/** What holds words apart without their endings; a long word also counts by a longer stem, since Norwegian compounds. */
const stemLength = 6;
const longStemLength = 11;
const shortestWord = 4;
/** A word that stands in more paragraphs than this tells none of them apart. */
const mostParagraphs = 6;
/** Below this many words a paragraph is not favoured any more for being short. */
const fewestWords = 12;

const questionWords = new Set(
  'dere deres hvem hvilke hvilken hvor hvordan hvorfor dykk dykkar korleis kvar kven kvifor does have that them there they this what when where which with your'.split(
    ' ',
  ),
);

/**
 * The paragraph whose words are most peculiar to it and shared with the question; the first paragraph, which says what
 * the notice is, when the question holds no word that tells paragraphs apart.
 * @param paragraphs  at least one, in the notice's order
 * @param question    any text in the same language
 */
export const findParagraph = (paragraphs: readonly Paragraph[], question: string): string => {
  const asked = [...new Set(stems(question))];
  const all = paragraphs.map(({ title, asks, text }) => ({ text, words: new Set(stems(`${title} ${asks} ${text}`)) }));
  const spread = new Map(asked.map((word) => [word, all.filter(({ words }) => words.has(word)).length]));
  const first = all[0] ?? { text: '', words: new Set<string>() };
  if (!asked.some((word) => isBetween(spread.get(word) ?? 0, 1, mostParagraphs))) return first.text;
  const worth = (word: string): number => Math.log((1 + all.length) / (spread.get(word) ?? 1));
  const score = (words: ReadonlySet<string>): number =>
    asked.reduce((sum, word) => sum + (words.has(word) ? worth(word) : 0), 0) /
    Math.sqrt(Math.max(words.size, fewestWords));
  return all.reduce((leader, one) => (score(one.words) > score(leader.words) ? one : leader), first).text;
};

const isBetween = (count: number, least: number, most: number): boolean => count >= least && count <= most;

const stems = (text: string): readonly string[] =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length >= shortestWord && !questionWords.has(word))
    .flatMap((word) =>
      word.length > longStemLength
        ? [word.slice(0, stemLength), word.slice(0, longStemLength)]
        : [word.slice(0, stemLength)],
    );
