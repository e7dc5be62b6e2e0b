import { createHmac } from 'node:crypto';
import { secretKey } from '../modules/values/secret-key.js';

/**
 * What one login hangs on. Everything comes from one seed that only the browser's cookie holds, so nothing of it needs
 * to be stored, and either replica can make it again.
 * @property state       goes through the browser; a keyed hash of it finds the login's row
 * @property nonce       comes back in the id token
 * @property verifier    of PKCE; goes to the issuer only with the code
 */
export type LoginSecrets = { readonly state: string; readonly nonce: string; readonly verifier: string };

/**
 * @param seed  32 random bytes in base64url, as the cookie holds them
 * @param key   32 bytes the browser does not know
 */
export const loginSecrets = (seed: string, key: Uint8Array): LoginSecrets => ({
  state: derive('state', seed, key),
  nonce: derive('nonce', seed, key),
  verifier: derive('verifier', seed, key),
});

/** 43 characters of base64url, as long as PKCE asks at least (RFC 7636, 4.1). */
const derive = (purpose: keyof LoginSecrets, seed: string, key: Uint8Array): string =>
  createHmac('sha256', secretKey(key)).update(`eid-${purpose}\u0000${seed}`, 'utf8').digest('base64url');
