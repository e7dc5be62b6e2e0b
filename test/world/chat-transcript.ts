/** Golden transcripts: what is written, what the answer must hold, what must not be in it, what has become of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = resolve(import.meta.dirname, '../corpus/chat');

/** `> person`, `< in the answer`, `- nowhere in the answer`, `! effect`; {words} in braces are the planted person's own. */
const transcript = z.strictObject({
  title: z.string().min(10),
  language: z.enum(['nb', 'nn', 'en']),
  clauses: z.array(z.string()).min(1),
  turns: z.array(z.string().regex(/^[><!-] \S/)).min(3),
});

export type Transcript = Readonly<z.infer<typeof transcript>> & { readonly name: string };

export const transcripts = (): readonly Transcript[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ ...transcript.parse(parse(readFileSync(join(folder, name), 'utf8'))), name: name.slice(0, -5) }));
