/** What a mail would cost to parse, found out in one pass over its bytes before any parser sees it. */
import { readRawHeaders, valuesOf } from './raw-headers.js';

/** Why a mail is not parsed whole. */
export type Fault =
  'too-large' | 'long-header' | 'many-parts' | 'many-recipients' | 'large-html' | 'parser-gave-up' | 'too-slow';

export const caps = {
  messageBytes: 10 * 1024 * 1024,
  headerBytes: 100 * 1024,
  parts: 100,
  depth: 20,
  recipients: 100,
  htmlBytes: 100_000,
  wallMs: 2_000,
  heapMb: 128,
} as const;

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
  return hasManyParts(Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('latin1')) ? 'many-parts' : null;
};

const recipients = (fields: Parameters<typeof valuesOf>[0]): number =>
  ['to', 'cc', 'bcc']
    .flatMap((name) => valuesOf(fields, name))
    .reduce((sum, value) => sum + Math.max(value.split('@').length - 1, value.split(',').length), 0);

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
