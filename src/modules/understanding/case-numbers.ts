/** The shapes of the collector's own case numbers, as configured: letters in front, or a word that announces digits. */

export type CaseNumberShapes = {
  /** Printed in front of the digits, e.g. "FV-"; upper or lower case, with a hyphen, a space or nothing between. */
  readonly prefixes: readonly string[];
  /** Words that announce a number, e.g. "sak", "saksnr"; matched whole, in any case. */
  readonly words: readonly string[];
  readonly minDigits: number;
  readonly maxDigits: number;
};

export type CaseNumberFinder = (text: string) => readonly { readonly start: number; readonly end: number }[];

/**
 * @param shapes  minDigits 3..maxDigits <= 20; empty lists match nothing
 * @returns       spans of the number itself in a normalised text, the announcing word left out
 */
export function caseNumberFinder(shapes: CaseNumberShapes): CaseNumberFinder {
  const digits = `\\d{${shapes.minDigits},${shapes.maxDigits}}(?!\\d)`;
  const prefixed = patternOf(shapes.prefixes, (prefixes) => `(?<![\\p{L}\\d])()((?:${prefixes})[\\s-]?${digits})`);
  const announced = patternOf(
    shapes.words,
    (words) =>
      `(?<![\\p{L}\\d])((?:${words})\\.?(?:\\s?(?:nr|nummer|no|number|id))?[\\s.:#-]{0,4})((?:[a-z]{1,4}-)?${digits})`,
  );
  return (text) => [
    ...matches(prefixed, text),
    ...matches(announced, text).filter(({ start, end }) => !isYear(text, start, end)),
  ];
}

function patternOf(literals: readonly string[], build: (alternatives: string) => string): RegExp | undefined {
  if (literals.length === 0) return undefined;
  return new RegExp(build(literals.map((literal) => escaped(literal.replace(/-$/, ''))).join('|')), 'giu');
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function matches(pattern: RegExp | undefined, text: string): { readonly start: number; readonly end: number }[] {
  if (pattern === undefined) return [];
  return Array.from(text.matchAll(pattern), (match) => {
    const start = match.index + (match[1] ?? '').length;
    return { start, end: match.index + match[0].length };
  });
}

function isYear(text: string, start: number, end: number): boolean {
  return /^(?:19|20)\d\d$/.test(text.slice(start, end));
}
