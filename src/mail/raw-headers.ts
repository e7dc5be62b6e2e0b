/** The header block of a mail as it stands in the bytes: our own reading, beside the parser's. */

/**
 * One header field.
 * @property name   lower case, without the white space some senders put before the colon
 * @property value  unfolded, otherwise untouched
 * @property plain  the name stood directly before the colon, as it must
 */
export type RawHeader = { readonly name: string; readonly value: string; readonly plain: boolean };

export type RawHeaders = { readonly fields: readonly RawHeader[]; readonly bytes: number };

const lf = 0x0a;
const cr = 0x0d;

/**
 * Reads everything up to the first empty line, in one pass.
 * @param raw    the whole mail
 * @param limit  bytes at most; what lies behind is not read
 * @returns      fields in their order, and how long the block is including its empty line
 * @source       RFC 5322 § 2.2
 */
export const readRawHeaders = (raw: Uint8Array, limit = Number.MAX_SAFE_INTEGER): RawHeaders => {
  const end = headerEnd(raw, limit);
  const lines = decode(raw.subarray(0, end)).split(/\r\n|\n|\r/);
  const fields: { name: string; parts: string[]; plain: boolean }[] = [];
  for (const [at, line] of lines.entries()) {
    if (line === '' || (at === 0 && isMboxLine(line))) continue;
    const last = fields.at(-1);
    if (/^[ \t]/.test(line)) {
      last?.parts.push(line.trim());
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon);
    fields.push({ name: name.trim().toLowerCase(), parts: [line.slice(colon + 1).trim()], plain: !/\s/.test(name) });
  }
  return {
    fields: fields.map(({ name, parts, plain }) => ({ name, value: parts.join(' ').trim(), plain })),
    bytes: end,
  };
};

/** Values of a field, topmost first. */
export const valuesOf = (fields: readonly RawHeader[], name: string): readonly string[] =>
  fields.filter((field) => field.name === name).map((field) => field.value);

/** The topmost value of a field, lower case and trimmed; empty when it is not there. */
export const firstOf = (fields: readonly RawHeader[], name: string): string =>
  (fields.find((field) => field.name === name)?.value ?? '').trim().toLowerCase();

export const hasField = (fields: readonly RawHeader[], name: string): boolean =>
  fields.some((field) => field.name === name);

/** Where the first empty line ends, or the limit. */
const headerEnd = (raw: Uint8Array, limit: number): number => {
  let lineStart = 0;
  const last = Math.min(raw.length, limit);
  for (let at = raw.indexOf(lf); at !== -1 && at < last; at = raw.indexOf(lf, at + 1)) {
    const empty = at === lineStart || (at === lineStart + 1 && raw[lineStart] === cr);
    if (empty) return at + 1;
    lineStart = at + 1;
  }
  return last;
};

/** Header bytes are UTF-8 where that holds, else Latin-1: both occur in the wild. */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
};

/** "From ola@x.no Tue Mar 3 …", as mailbox files begin a mail; "From : ola@x.no" is a field, and an odd one. */
const isMboxLine = (line: string): boolean => /^From [^\s:]/.test(line);
