/** One process at a time owns a data folder. */
import { randomBytes } from 'node:crypto';
import { link, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isCode, readIfThere } from './private-file.service.js';
import { livingProcess } from './process-life.service.js';

export type FolderClaim =
  { readonly kind: 'ours'; readonly release: () => Promise<void> } | { readonly kind: 'taken'; readonly pid: number };

const name = /^claim\.(\d+)$/;
const tries = 20;

/**
 * Claims are numbered: whoever makes the next number owns the folder, provided the owner of the last one is dead.
 * Making a file that exists fails for all but one, so two starters never both win over the same dead owner.
 * @param folder  exists and is ours to write in
 */
export const claimFolder = async (folder: string): Promise<FolderClaim> => {
  const self = JSON.stringify({ pid: process.pid, birth: (await livingProcess(process.pid))?.birth ?? '' });
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const claims = await claimNumbers(folder);
    const last = claims.at(-1) ?? 0;
    const owner = last === 0 ? null : await livingOwner(join(folder, claimName(last)));
    if (owner !== null) return { kind: 'taken', pid: owner };
    const ours = join(folder, claimName(last + 1));
    if (!(await makeWhole(ours, self))) continue;
    await Promise.all(claims.map((each) => rm(join(folder, claimName(each)), { force: true })));
    return { kind: 'ours', release: () => rm(ours, { force: true }) };
  }
  return { kind: 'taken', pid: 0 };
};

const claimName = (number: number): string => `claim.${number}`;

const claimNumbers = async (folder: string): Promise<readonly number[]> =>
  (await readdir(folder))
    .flatMap((each) => name.exec(each)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other);

const livingOwner = async (path: string): Promise<number | null> => {
  const claim = parsed(await readIfThere(path));
  if (claim === null) return null;
  const alive = await livingProcess(claim.pid);
  return alive !== null && alive.birth === claim.birth ? claim.pid : null;
};

const parsed = (text: string | null): { readonly pid: number; readonly birth: string } | null => {
  const [, pid, birth] = /^\{"pid":(\d+),"birth":"([^"]*)"\}$/.exec(text ?? '') ?? [];
  return pid === undefined || birth === undefined ? null : { pid: Number(pid), birth };
};

/** The file appears with its content or not at all. @returns false when the name was taken */
const makeWhole = async (path: string, text: string): Promise<boolean> => {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, text, { flag: 'wx', mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
};
