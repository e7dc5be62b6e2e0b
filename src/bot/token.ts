import { createHmac, timingSafeEqual } from 'node:crypto';
import { secretKey } from '../modules/values/secret-key.js';

/**
 * What a token speaks for.
 * @property epoch    raised whenever the session's level changes, so that older tokens die
 * @property purpose  a bearer token, the page's cookie, or a ticket for one stream
 */
export type TokenClaims = {
  readonly conversation: string;
  readonly epoch: number;
  readonly expiresAt: number;
  readonly purpose: 'bearer' | 'cookie' | 'ticket';
  readonly nonce: string;
};

/** @param key  32 bytes; @returns `<claims>.<mac>`, both base64url */
export const signToken = (claims: TokenClaims, key: Uint8Array): string => {
  const payload = Buffer.from(
    JSON.stringify([claims.conversation, claims.epoch, claims.expiresAt, claims.purpose, claims.nonce]),
  ).toString('base64url');
  return `${payload}.${macOf(payload, key).toString('base64url')}`;
};

/**
 * @param now  epoch ms of the machine; tokens are transport, so they follow wall time, not the desk's clock
 * @returns    the claims; `expired` when they were ours once; null for anything else
 */
export const readToken = (
  token: string,
  purpose: TokenClaims['purpose'],
  key: Uint8Array,
  now: number,
): TokenClaims | 'expired' | null => {
  const [payload, mac, ...rest] = token.split('.');
  if (payload === undefined || mac === undefined || rest.length > 0) return null;
  const expected = macOf(payload, key);
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [conversation, epoch, expiresAt, kind, nonce] = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  ) as [string, number, number, TokenClaims['purpose'], string];
  if (kind !== purpose) return null;
  return now >= expiresAt ? 'expired' : { conversation, epoch, expiresAt, purpose: kind, nonce };
};

const macOf = (payload: string, key: Uint8Array): Buffer =>
  createHmac('sha256', secretKey(key)).update(`direct-line\u0000${payload}`).digest();
