/** A letter with a template put below what stands there. The same template twice in a row is a slip, and added once. */
export function withTemplate(letter: string, template: string): string {
  const written = letter.trimEnd();
  if (written === '') return template;
  return written.endsWith(template.trimEnd()) ? letter : `${written}\n\n${template}`;
}
