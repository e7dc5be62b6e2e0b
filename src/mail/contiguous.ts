/** How far a mailbox has been read without a gap. */

/**
 * @param from       the lowest uid that was not yet accounted for
 * @param listed     uids the server has from there on, ascending
 * @param accounted  uids that are stored, or that the server no longer has
 * @returns          the next `from`: one above the last uid before the first gap; unchanged when nothing was listed
 * @source           mail.md 1; F07 (an empty answer moves nothing)
 */
export const nextUid = (from: number, listed: readonly number[], accounted: ReadonlySet<number>): number => {
  const gap = listed.findIndex((uid) => uid >= from && !accounted.has(uid));
  const sound = gap === -1 ? listed : listed.slice(0, gap);
  return Math.max(from, (sound.at(-1) ?? from - 1) + 1);
};
