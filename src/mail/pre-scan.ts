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

const dash = 0x2d;
const lf = 0x0a;
const longestHeaderLine = 1_000; // RFC 5322 § 2.1.1 allows 998
const longestBoundary = 72; // RFC 2046 § 5.1.1 allows 70, and two hyphens follow

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
  return hasManyParts(raw) ? 'many-parts' : null;
};

const recipients = (fields: Parameters<typeof valuesOf>[0]): number =>
  ['to', 'cc', 'bcc']
    .flatMap((name) => valuesOf(fields, name))
    .reduce((sum, value) => sum + Math.max(value.split('@').length - 1, value.split(',').length), 0);

/** Counts lines that open a part: two hyphens and a boundary that some line above declared. */
const hasManyParts = (raw: Uint8Array): boolean => {
  const boundaries = new Set<string>();
  let parts = 0;
  let start = 0;
  while (start < raw.length) {
    const found = raw.indexOf(lf, start);
    const end = found === -1 ? raw.length : found;
    const length = end - start;
    if (raw[start] === dash && raw[start + 1] === dash && length <= longestBoundary + 6) {
      if (boundaries.has(text(raw, start + 2, end).trimEnd())) parts += 1;
    } else if (length <= longestHeaderLine) {
      const boundary = declared(text(raw, start, end));
      if (boundary !== null) boundaries.add(boundary);
    }
    if (parts > caps.parts || boundaries.size > caps.parts) return true;
    start = end + 1;
  }
  return false;
};

const declared = (line: string): string | null => {
  const at = line.search(/boundary\s{0,9}=/i);
  if (at === -1) return null;
  const found = /^boundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(line.slice(at));
  return found === null ? null : (found[1] ?? found[2] ?? '').trimEnd();
};

const text = (raw: Uint8Array, start: number, end: number): string =>
  Buffer.from(raw.buffer, raw.byteOffset + start, end - start).toString('latin1');
