/** A signed tree head: how long the journal was at a moment, and what stood in it. */
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** Root and signature in hex, `at` in ISO 8601, `key` the name of the key that signed. */
export type SignedHead = {
  readonly size: number;
  readonly root: string;
  readonly at: string;
  readonly key: string;
  readonly signature: string;
};

/** What seals: the key and its name. */
export type SealingKey = { readonly sign: KeyObject; readonly name: string; readonly publicKey: string };

/** RFC 8410: what stands in front of the 32 bytes of an Ed25519 key. */
const privateFront = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicFront = Buffer.from('302a300506032b6570032100', 'hex');

/** @param seed  the 32 bytes of SKRANKE_JOURNAL_KEY */
export const sealingKey = (seed: Uint8Array): SealingKey => {
  const key = createPrivateKey({ key: Buffer.concat([privateFront, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicFront.length);
  return { sign: key, name: keyName(raw), publicKey: raw.toString('base64') };
};

/** Signs a head; the same head and key give the same signature. */
export const signHead = (
  head: { readonly size: number; readonly root: Buffer; readonly at: Date },
  key: SealingKey,
): SignedHead => {
  const told = { size: head.size, root: head.root.toString('hex'), at: head.at.toISOString(), key: key.name };
  return { ...told, signature: sign(null, signedBytes(told), key.sign).toString('hex') };
};

/** @param publicKeys  32 bytes in base64 each: today's and those before it */
export const isSigned = (head: SignedHead, publicKeys: readonly string[]): boolean => {
  const raw = publicKeys.map((one) => Buffer.from(one, 'base64')).find((one) => keyName(one) === head.key);
  if (raw?.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([publicFront, raw]), format: 'der', type: 'spki' });
  return verify(null, signedBytes(head), key, Buffer.from(head.signature, 'hex'));
};

const signedBytes = ({ size, root, at, key }: Omit<SignedHead, 'signature'>): Buffer =>
  Buffer.from(['skranke journal head 1', String(size), root, at, key].join('\n'), 'utf8');

const keyName = (raw: Uint8Array): string => createHash('sha256').update(raw).digest('hex').slice(0, 16);
