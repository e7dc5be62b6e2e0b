/** What a mail would cost to parse, found out in one pass over its bytes before any parser sees it. */
import { readRawHeaders, valuesOf } from './raw-headers.js';

/** Why a mail is not parsed whole. */
export type Fault =
  | 'too-large'
  | 'long-header'
  | 'many-lines'
  | 'many-parts'
  | 'many-recipients'
  | 'large-html'
  | 'parser-gave-up'
  | 'too-slow';

export const caps = {
  messageBytes: 10 * 1024 * 1024,
  headerBytes: 100 * 1024,
  lines: 200_000, // 10 MiB of an attachment have 140 000
  shortLines: 25_000, // the parser spends some 20 µs on each line of plain text
  parts: 100,
  depth: 20,
  recipients: 100,
  htmlBytes: 100_000,
  wallMs: 1_500,
  heapMb: 128,
} as const;

const lf = 0x0a;
const space = 0x20;
const attachmentLine = 60; // RFC 2045 § 6.8 allows 76, some write 60
const longestBoundary = 72; // RFC 2046 § 5.1.1 allows 70, and two hyphens follow
const mostDeclarations = 10_000;

/**
 * @param raw  the whole mail
 * @returns    the first cap it breaks, null when it may be parsed
 * @source     mail.md 4; E17, E18
 */
export const preScan = (raw: Uint8Array): Fault | null => {
  if (raw.length > caps.messageBytes) return 'too-large';
  const headers = readRawHeaders(raw, caps.headerBytes + 1);
  if (headers.bytes > caps.headerBytes) return 'long-header';
  if (recipients(headers.fields) > caps.recipients) return 'many-recipients';
  if (hasManyLines(raw)) return 'many-lines';
  return hasManyParts(Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('latin1')) ? 'many-parts' : null;
};

const recipients = (fields: Parameters<typeof valuesOf>[0]): number =>
  ['to', 'cc', 'bcc']
    .flatMap((name) => valuesOf(fields, name))
    .reduce((sum, value) => sum + Math.max(value.split('@').length - 1, value.split(',').length), 0);

/** An attachment's lines are long and of one length; words come in short ones, and in lines with spaces. */
const hasManyLines = (raw: Uint8Array): boolean => {
  let lines = 0;
  let short = 0;
  let start = 0;
  let nextSpace = 0;
  for (let at = raw.indexOf(lf); at !== -1; at = raw.indexOf(lf, at + 1)) {
    if (nextSpace !== -1 && nextSpace < start) nextSpace = raw.indexOf(space, start);
    lines += 1;
    if (at - start < attachmentLine || (nextSpace !== -1 && nextSpace < at)) short += 1;
    if (lines > caps.lines || short > caps.shortLines) return true;
    start = at + 1;
  }
  return false;
};

/** Counts lines that open a part: two hyphens and a boundary declared anywhere in the mail. */
const hasManyParts = (text: string): boolean => {
  const boundaries = declared(text);
  if (boundaries === null || boundaries.size > caps.parts) return true;
  if (boundaries.size === 0) return false;
  let parts = 0;
  for (let at = text.indexOf('\n--'); at !== -1; at = text.indexOf('\n--', at + 3)) {
    const line = text.slice(at + 3, at + 3 + longestBoundary + 6);
    const end = line.indexOf('\n');
    if (boundaries.has((end === -1 ? line : line.slice(0, end)).trimEnd())) parts += 1;
    if (parts > caps.parts) return true;
  }
  return false;
};

/** Null when there are so many, or written so oddly, that no program made them for a person. */
const declared = (text: string): ReadonlySet<string> | null => {
  const found = new Set<string>();
  let count = 0;
  for (const [, pieced, quoted, bare] of text.matchAll(
    /boundary(\*[\d*]{0,4})?\s{0,9}=\s{0,9}(?:"([^"\n]{1,200})"|([^\s;"]{1,200}))/gi,
  )) {
    count += 1;
    if (pieced !== undefined || count > mostDeclarations || found.size > caps.parts) return null;
    found.add((quoted ?? bare ?? '').trimEnd());
  }
  return found;
};
