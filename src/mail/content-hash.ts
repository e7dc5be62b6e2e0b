/** By what a mail is known when it comes a second time: what its sender wrote, not what servers added. */
import { createHmac } from 'node:crypto';
import { readRawHeaders } from './raw-headers.js';

/** Fields a sender writes; transport adds others, and they differ from copy to copy. */
const written = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
]);

/**
 * @param raw  the whole mail
 * @param key  SKRANKE_INDEX_KEY: without it nobody can tell from the hash what a mail said
 * @returns    32 bytes
 * @source     mail.md 2; E44
 */
export const contentHash = (raw: Uint8Array, key: Uint8Array): Buffer => {
  const { fields, bytes } = readRawHeaders(raw);
  const hash = createHmac('sha256', key);
  for (const { name, value } of fields) if (written.has(name)) hash.update(`${name}\u0000${value}\u0000`, 'utf8');
  return hash.update(raw.subarray(bytes)).digest();
};

/** The mail's own name, for looking it up; null where it has none or it is unreadable. */
export const messageIdOf = (raw: Uint8Array): string | null => {
  const { fields } = readRawHeaders(raw, 1024 * 1024);
  const value = fields.find((field) => field.name === 'message-id')?.value ?? '';
  return /<[^<>\s]{1,300}>/.exec(value.slice(0, 2_000))?.[0] ?? null;
};
