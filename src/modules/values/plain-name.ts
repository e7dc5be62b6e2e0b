/** Names that strangers give, made safe to look at: what is invisible or turns the reading round is spelt out. */

/** Bidirectional marks, overrides and isolates, zero-width letters, soft hyphens, other format and control letters. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

/**
 * @param name  a file's or a sender's name as it came
 * @returns     the same with every unseen letter written as its code point, `faktura[U+202E]fdp.exe`
 * @source      E26; Unicode UTS 39
 */
export const plainName = (name: string): string =>
  name.replace(unseen, (letter) => `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
