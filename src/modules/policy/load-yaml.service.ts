import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/** One thing wrong with a configuration file, said so that it can be mended: `config/x.yaml:12: …`. */
export type ConfigFault = string;

export type Loaded<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly ConfigFault[] };

/**
 * Reads one YAML file, refusing duplicate keys, and checks it against its schema.
 * @returns the typed content, or every fault with file and line
 */
export const loadYaml = <T>(path: string, schema: z.ZodType<T>): Loaded<T> => {
  const shown = relative(process.cwd(), path);
  const lines = new LineCounter();
  const read = readText(path);
  if (read === null) return { ok: false, faults: [`${shown}: cannot be read`] };
  const document = parseDocument(read, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const broken = document.errors.map(
    (error) => `${shown}:${String(lines.linePos(error.pos[0]).line)}: ${error.message}`,
  );
  if (broken.length > 0) return { ok: false, faults: broken };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map(
      (issue) => `${shown}:${String(lineOf(document, lines, issue.path))}: ${issue.path.join('.')} ${issue.message}`,
    ),
  };
};

const readText = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** The line of the deepest part of the path that stands in the file. */
const lineOf = (document: Document, lines: LineCounter, path: readonly PropertyKey[]): number => {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    const range =
      typeof node === 'object' && node !== null && 'range' in node
        ? (node.range as readonly number[] | undefined)
        : undefined;
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
  }
  return 1;
};
