/** What the machine said at length stands folded: a caseworker reads the person first. */

/** So much stands open, characters. */
const most = 220;
/** Less than that is not worth hiding, characters. */
const least = 80;

/** @returns the beginning, cut at a line or a word; null where the text is short enough to stand whole */
export function folded(text: string): string | null {
  if (text.length <= most + least) return null;
  const head = text.slice(0, most);
  const cut = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '));
  return `${head.slice(0, cut > 0 ? cut : most).trimEnd()} …`;
}
