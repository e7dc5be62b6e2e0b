/** The worker that parses: a thread of its own with a small heap, ended when a mail takes too long. */
import { parentPort } from 'node:worker_threads';
import { parseRaw } from './parse-raw.js';
import type { ParsedMail } from './parsed-mail.js';

export type ToParser = { readonly raw: Uint8Array };

/** `ready` comes once; then, for each mail, what its header says and, when it is read, the whole of it. */
export type FromParser =
  | { readonly kind: 'ready' }
  | { readonly kind: 'header'; readonly mail: ParsedMail }
  | { readonly kind: 'parsed'; readonly mail: ParsedMail }
  | { readonly kind: 'failed' };

const tell = (message: FromParser): void => parentPort?.postMessage(message);

const parse = async (raw: Uint8Array): Promise<void> => {
  tell({ kind: 'header', mail: await parseRaw(raw, 'too-slow') });
  tell({ kind: 'parsed', mail: await parseRaw(raw) });
};

parentPort?.on('message', ({ raw }: ToParser) => {
  parse(raw).catch(() => tell({ kind: 'failed' }));
});
tell({ kind: 'ready' });
