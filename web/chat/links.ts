/** Text with its links found; only our own pages become links, everything else stays text. */

export type Piece = { readonly text: string; readonly href: string | undefined };

/**
 * Cuts a text into plain pieces and links to the page's own origin.
 * @param text    what the desk or the person wrote; never HTML
 * @param origin  scheme, host and port of the page
 * @returns       pieces whose texts joined are `text`
 */
export function findLinks(text: string, origin: string): readonly Piece[] {
  return text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, href: ownAddress(piece, origin) }));
}

function ownAddress(piece: string, origin: string): string | undefined {
  if (!/^https?:\/\//u.test(piece) || !URL.canParse(piece)) return undefined;
  const url = new URL(piece);
  return url.origin === origin && url.username === '' && url.password === '' ? url.href : undefined;
}
