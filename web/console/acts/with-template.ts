/** What a template leaves for the caseworker to fill in. */
const blank = /\[…\]/u;

/** A letter with a template put below what stands there. The same template twice in a row is a slip, and added once. */
export function withTemplate(letter: string, template: string): string {
  const written = letter.trimEnd();
  if (written === '') return template;
  return written.endsWith(template.trimEnd()) ? letter : `${written}\n\n${template}`;
}

/** @returns where the first place stands that is still to be filled in, as UTF-16 offsets; null where there is none */
export function firstBlank(letter: string): readonly [start: number, end: number] | null {
  const found = blank.exec(letter);
  return found === null ? null : [found.index, found.index + found[0].length];
}
