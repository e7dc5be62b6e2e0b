/** The file the signed heads are written to as well, one JSON line each: an anchor where the database is not. */
import { appendFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SignedHead } from './signed-head.js';

const hex = z.string().regex(/^[0-9a-f]+$/);
const headSchema = z.object({
  size: z.int().positive(),
  root: hex.length(64),
  at: z.iso.datetime(),
  key: hex.length(16),
  signature: hex.length(128),
});

/**
 * @returns the heads of the file; none when there is no file yet
 * @throws  Error naming the line that is no head
 */
export const readHeads = async (path: string): Promise<readonly SignedHead[]> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const read = headSchema.safeParse(parsed(line));
      if (!read.success) throw new Error(`line ${String(at + 1)} of ${path} is no signed head`);
      return read.data;
    });
};

/** Adds heads; what stands in the file is never written over. */
export const addHeads = async (path: string, heads: readonly SignedHead[]): Promise<void> => {
  if (heads.length > 0)
    await appendFile(path, heads.map((head) => `${JSON.stringify(head)}\n`).join(''), { mode: 0o600 });
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
