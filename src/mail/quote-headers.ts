/** The header block that Outlook and its kin put above what they quote: Fra, Sendt, Til, Emne. */

/**
 * @property lines   how many lines it takes, empty ones between its labels too
 * @property machine it tells a time of day, which programs always do and people hardly ever
 */
export type HeaderBlock = { readonly lines: number; readonly machine: boolean };

type Label = 'from' | 'sent' | 'date' | 'to' | 'copy' | 'subject' | 'other';

const labels: ReadonlyMap<string, Label> = new Map(
  (
    [
      ['from', 'fra frå from från von de od avsender avsendar'],
      ['sent', 'sendt sent send skickat gesendet envoyé wysłano'],
      ['date', 'dato date datum data'],
      ['to', 'til to till an à do mottaker mottakar'],
      ['copy', 'kopi kopi_til cc blindkopi bcc kopia'],
      ['subject', 'emne subject betreff ämne temat objet'],
      ['other', 'svar_til svar-til reply-to vedlegg attachments viktighet importance prioritet priority organisasjon'],
    ] as const
  ).flatMap(([label, words]) => words.split(' ').map((word): [string, Label] => [word.replace('_', ' '), label])),
);

const worth: Readonly<Record<Label, number>> = { from: 1, sent: 1, date: 1, to: 1, copy: 0, subject: 2, other: 0 };
const enough = 4;
const mostLines = 30;

/** @returns the block that begins at a line, or null: three labels that people also write by hand are none */
export const headerBlockAt = (lines: readonly string[], at: number): HeaderBlock | null => {
  const first = readLabel(lines[at] ?? '');
  if (first === null) return null;
  const oneLine = blockInOneLine(lines[at] ?? '');
  if (oneLine) return { lines: 1, machine: true };
  const seen = new Map<Label, string>([[first.label, first.value]]);
  let end = at + 1;
  for (let next = end; next < lines.length && next - at < mostLines; next += 1) {
    const found = readLabel(lines[next] ?? '');
    if (found !== null && (!seen.has(found.label) || found.label === 'other')) {
      seen.set(found.label, found.value);
      end = next + 1;
    } else if (found !== null || !continues(lines, next)) break;
    else if ((lines[next] ?? '').trim() !== '') end = next + 1;
  }
  return weigh(seen, end - at);
};

const weigh = (seen: ReadonlyMap<Label, string>, lines: number): HeaderBlock | null => {
  const sum = [...seen.keys()].reduce((total, label) => total + worth[label], 0);
  if (!seen.has('from') || sum < enough - (hasAddress(seen.get('from') ?? '') ? 1 : 0)) return null;
  if (!(seen.has('sent') || seen.has('date') || seen.has('subject'))) return null;
  const when = `${seen.get('sent') ?? ''} ${seen.get('date') ?? ''}`.replace(/\d{1,2}\.\d{1,2}\.\d{2,4}/g, ' ');
  const machine = /\d{1,2}[:.]\d{2}/.test(when);
  return { lines, machine };
};

const hasAddress = (value: string): boolean => /[^\s@]@[^\s@]/.test(value);

const readLabel = (line: string): { readonly label: Label; readonly value: string } | null => {
  const text = line.replace(/[\u00a0\u202f\t]/g, ' ').replace(/^[\s*_|]+/, '');
  const colon = text.indexOf(':');
  if (colon < 1 || colon > 20) return null;
  const name = text.slice(0, colon).replace(/[*_ ]+$/, '');
  const label = labels.get(name.toLowerCase());
  return label === undefined ? null : { label, value: text.slice(colon + 1).replace(/^[*_ ]+/, '') };
};

/** A wrapped value, or one empty line between two labels. */
const continues = (lines: readonly string[], at: number): boolean => {
  const line = lines[at] ?? '';
  if (line.trim() === '') return readLabel(lines[at + 1] ?? '') !== null;
  const previous = (lines[at - 1] ?? '').trim();
  if (previous === '' || readLabel(lines[at + 1] ?? '') === null) return /^[ \t]+\S/.test(line) && previous !== '';
  return /^[ \t]/.test(line) || /[@;>,]/.test(line) || /[;,<]$/.test(previous) || previous.length > 60;
};

/** "Fra: Ola Sendt: 3. mars 2026 10:15 Til: Kari Emne: Faktura", as some programs flatten it. */
const blockInOneLine = (line: string): boolean => {
  let at = 0;
  for (const names of [
    ['fra:', 'frå:', 'from:'],
    ['sendt:', 'sent:', 'dato:', 'date:'],
    ['til:', 'to:'],
    ['emne:', 'subject:'],
  ]) {
    const found = names.map((name) => line.toLowerCase().indexOf(name, at)).filter((index) => index !== -1);
    if (found.length === 0) return false;
    at = Math.min(...found) + 1;
  }
  return true;
};
