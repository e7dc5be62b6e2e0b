/** What stands on a sheet of paper, before anybody has drawn it. */
import type { Language } from '../policy/phrases.js';

/** One block of a page, in reading order; `rows` is a label and its value, line by line. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly [label: string, value: string])[] };

/**
 * @property title    what a reader of the file is told it is
 * @property at       the date the file says it was made
 * @property sender   lines above, to the right
 * @property window   lines in the window of the envelope; empty for what is not posted
 */
export type PdfPage = {
  readonly title: string;
  readonly language: Language;
  readonly at: Date;
  readonly sender: readonly string[];
  readonly window: readonly string[];
  readonly blocks: readonly PdfBlock[];
};

/** The scripts the desk has a typeface for, each in a file of its own; a letter outside all of them is drawn as Latin. */
export type Script = 'latin' | 'latin-ext' | 'greek' | 'cyrillic';

/**
 * Cuts a text into runs of one script, so that every name is printed with its own letters.
 * @returns runs whose texts, joined, are the text in its composed form (NFC)
 */
export const scriptRuns = (text: string): readonly { readonly script: Script; readonly text: string }[] =>
  Array.from(text.normalize('NFC')).reduce<readonly { readonly script: Script; readonly text: string }[]>(
    (runs, letter) => {
      const last = runs.at(-1);
      const script = scriptOf(letter);
      return last?.script === script
        ? [...runs.slice(0, -1), { script, text: last.text + letter }]
        : [...runs, { script, text: letter }];
    },
    [],
  );

const scriptOf = (letter: string): Script => {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x100 && code <= 0x2af && !inLatin.includes(code)) return 'latin-ext';
  if (code >= 0x1e00 && code <= 0x1eff) return 'latin-ext';
  if (code >= 0x370 && code <= 0x3ff) return 'greek';
  return code >= 0x400 && code <= 0x45f ? 'cyrillic' : 'latin';
};

/** Beyond U+00FF, what the file of Latin letters holds all the same: ı, Œ, œ. */
const inLatin: readonly number[] = [0x131, 0x152, 0x153];
