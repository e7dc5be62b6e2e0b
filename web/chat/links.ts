/** Text with its links found; only our own pages become links, everything else stays text. */

export type Piece = { readonly text: string; readonly isLink: boolean };

/**
 * Cuts a text into plain pieces and links to the page's own origin.
 * @param text    what the desk or the person wrote; never HTML
 * @param origin  scheme, host and port of the page, as the browser spells it
 * @returns       pieces whose texts joined are `text`
 */
export function findLinks(text: string, origin: string): readonly Piece[] {
  return (
    text
      .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/u)
      // The slash matters: `https://desk.example@elsewhere.example` and `https://desk.example.elsewhere` are not ours.
      .map((piece) => ({ text: piece, isLink: piece.startsWith(`${origin}/`) && !/\s/u.test(piece) }))
  );
}
