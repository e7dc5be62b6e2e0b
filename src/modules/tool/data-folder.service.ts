/** The demo's data folder: made, closed to others, and held by one desk at a time. */
import { CannotStart } from './cannot-start.js';
import { claimFolder } from './folder-claim.service.js';
import { makeFolder } from './private-file.service.js';

/**
 * @param folder  absolute; made with its parents when missing
 * @returns       gives the folder free again
 * @throws        CannotStart when another desk holds it, or it cannot be written to
 */
export const takeDataFolder = async (folder: string): Promise<() => Promise<void>> => {
  const refuse = (): never => {
    throw new CannotStart(`The data folder ${folder} cannot be written to by this account.`);
  };
  // Where Postgres runs under another account it has to get through; what lies within is closed by itself.
  await makeFolder(folder, process.getuid?.() === 0 ? 0o711 : 0o700).catch(refuse);
  const claim = await claimFolder(folder).catch(refuse);
  if (claim.kind === 'ours') return claim.release;
  const advice = 'Stop it first, or give this one its own SKRANKE_DATA and PORT.';
  throw new CannotStart(`Skranke already runs here (process ${claim.pid}). ${advice}`);
};
