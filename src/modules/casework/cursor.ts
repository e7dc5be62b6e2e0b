/** Where a list goes on: after the case with this deadline and id. */
import { isUuid } from '../values/ids.js';

export type Cursor = { readonly deadlineAt: Date; readonly id: string };

export const writeCursor = ({ deadlineAt, id }: Cursor): string =>
  Buffer.from(`${deadlineAt.toISOString()}|${id}`, 'utf8').toString('base64url');

/** @returns null for anything `writeCursor` did not write */
export const readCursor = (text: string): Cursor | null => {
  const [at = '', id = '', ...rest] = Buffer.from(text, 'base64url').toString('utf8').split('|');
  const deadlineAt = new Date(at);
  const isSound = rest.length === 0 && isUuid(id) && !Number.isNaN(deadlineAt.getTime());
  return isSound ? { deadlineAt, id } : null;
};
