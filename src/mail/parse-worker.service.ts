/** The worker that parses: a thread of its own with a small heap, ended when a mail takes too long. */
import { parentPort } from 'node:worker_threads';
import { parseRaw } from './parse-raw.js';
import type { ParsedMail } from './parsed-mail.js';
import type { Fault } from './pre-scan.js';

export type ToParser = { readonly raw: Uint8Array; readonly fault: Fault | null };

/** `ready` comes once; then one answer a question. */
export type FromParser =
  { readonly kind: 'ready' } | { readonly kind: 'parsed'; readonly mail: ParsedMail } | { readonly kind: 'failed' };

const tell = (message: FromParser): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ raw, fault }: ToParser) => {
  parseRaw(raw, fault).then(
    (mail) => tell({ kind: 'parsed', mail }),
    () => tell({ kind: 'failed' }),
  );
});
tell({ kind: 'ready' });
