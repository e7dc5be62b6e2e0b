import { createSecretKey, type KeyObject } from 'node:crypto';

const kept = new WeakMap<Uint8Array, KeyObject>();

/** The key object of raw key bytes, made once: turning bytes into a key costs more than using it. */
export const secretKey = (bytes: Uint8Array): KeyObject => {
  const known = kept.get(bytes);
  if (known !== undefined) return known;
  const made = createSecretKey(bytes);
  kept.set(bytes, made);
  return made;
};
