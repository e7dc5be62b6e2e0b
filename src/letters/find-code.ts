/** @returns the letter code printed in a text, five and five; null when none stands there */
export const findLetterCodeIn = (text: string): string | null =>
  /(?<![0-9A-Z])[0-9A-HJKMNP-TV-Z]{5} [0-9A-HJKMNP-TV-Z]{5}(?![0-9A-Z])/.exec(text)?.[0] ?? null;
