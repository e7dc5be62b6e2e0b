import { isOwnOrigin } from '../modules/values/own-origin.js';

/**
 * Where the issuer sends a person back to: the address she came from, so that her cookies are there.
 * @param host       the Host header; believed only where it names the desk's own origin
 * @param publicUrl  where the desk's page is, as the operator set it
 */
export const returnAddress = (host: string | undefined, publicUrl: string): string => {
  const asked = host === undefined || !/^[\w.:[\]-]+$/.test(host) ? null : `${new URL(publicUrl).protocol}//${host}`;
  return `${asked !== null && isOwnOrigin(asked, publicUrl) ? asked : new URL(publicUrl).origin}/eid/callback`;
};
