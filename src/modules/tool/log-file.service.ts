/** Log files below the data folder: appended to, put aside when they have grown long, read at the end. */
import { open, rename, stat, type FileHandle } from 'node:fs/promises';

const full = 5_000_000;
const tail = 8_192;

/** Opens for appending and reading, mode 0600; a long one is put aside as `.1` first. */
export const openLog = async (path: string): Promise<FileHandle> => {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > full) await rename(path, `${path}.1`);
  return await open(path, 'a+', 0o600);
};

/** @returns the last 8 kB of what was written behind the offset */
export const readLog = async (log: FileHandle, offset: number): Promise<string> => {
  const { size } = await log.stat();
  const { buffer, bytesRead } = await log.read(Buffer.alloc(tail), 0, tail, Math.max(offset, size - tail));
  return buffer.subarray(0, bytesRead).toString('utf8');
};
