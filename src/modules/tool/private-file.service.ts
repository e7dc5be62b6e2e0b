/** Files no other account may read. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';

/** @returns the file's text, or null when there is none */
export const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
};

/** Writes the whole file or nothing, mode 0600; whatever stood in its place, a link included, is replaced. */
export const writePrivate = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path).catch(async (error: unknown) => {
    await rm(draft, { force: true });
    throw error;
  });
};

/** Makes a folder, its parents included, with exactly this mode whatever the umask says. */
export const makeFolder = async (path: string, mode: number): Promise<void> => {
  await mkdir(path, { recursive: true, mode });
  await chmod(path, mode);
};

/** Whether an error of the file system or of a process has one of these codes. */
export const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  codes.includes(error.code);
