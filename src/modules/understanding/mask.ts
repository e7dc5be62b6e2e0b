/** Hides what identifies people and cases before anything is classified, stored for reading or shown. */
import { emailAddresses } from './email-addresses.js';
import { digitMasks, type MaskKind, type MaskSpan } from './mask-digits.js';
import { toOriginal, type Normalised } from './normalise.js';
import type { CaseNumberFinder } from './case-numbers.js';

export type Masking = {
  /** In the normalised text, left to right, never overlapping. */
  readonly spans: readonly MaskSpan[];
  /** The same in the original text, as UTF-16 offsets: what the outside is told. */
  readonly masked: readonly (readonly [start: number, end: number, kind: MaskKind])[];
};

/**
 * @param source           the whole text, not only its analysed head
 * @param findCaseNumbers  the collector's own shapes
 * @source                 personopplysningsloven § 12; disclosure ND15 (every run of eleven digits)
 */
export function mask(source: Normalised, findCaseNumbers: CaseNumberFinder): Masking {
  const digits = digitMasks(source.text);
  const isNationalId = (span: MaskSpan): boolean => span.kind === 'national-id';
  const spans = withoutOverlap(source.text.length, [
    ...digits.filter(isNationalId),
    ...emailAddresses(source.text).map((place) => ({ ...place, kind: 'email' as const })),
    ...findCaseNumbers(source.text).map((place) => ({ ...place, kind: 'case' as const })),
    ...digits.filter((span) => !isNationalId(span)),
  ]);
  return { spans, masked: spans.map(({ start, end, kind }) => [...toOriginal(source, start, end), kind] as const) };
}

/** The original with every masked span replaced by its kind in square brackets. */
export function maskedText(original: string, masked: Masking['masked']): string {
  let text = '';
  let from = 0;
  for (const [start, end, kind] of masked) {
    text += `${original.slice(from, start)}[${kind}]`;
    from = Math.max(from, end);
  }
  return text + original.slice(from);
}

/** Earlier spans win; what sticks out of a later one is still hidden. */
function withoutOverlap(length: number, ranked: readonly MaskSpan[]): readonly MaskSpan[] {
  const owner = new Int32Array(length).fill(-1);
  ranked.forEach((span, rank) => {
    for (let unit = span.start; unit < span.end; unit++) if ((owner[unit] ?? -1) < 0) owner[unit] = rank;
  });
  const kept: MaskSpan[] = [];
  for (let start = 0; start < length;) {
    const rank = owner[start] ?? -1;
    let end = start + 1;
    while (end < length && owner[end] === rank) end++;
    const kind = ranked[rank]?.kind;
    if (kind !== undefined) kept.push({ start, end, kind });
    start = end;
  }
  return kept;
}
