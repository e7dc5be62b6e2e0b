/** The six digits of an authenticator (RFC 6238: SHA-1, 30 s, six digits, which is what every app can do). */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { generateSync, generateURI } from 'otplib';

const stepMs = 30_000;
const steps = [0, -1, 1];

/**
 * @param secret  base 32
 * @param atMs    wall time: an authenticator knows no other
 * @returns       the step the digits belong to, one to either side allowed for a clock that is off; null for none
 */
export const totpStep = (secret: string, typed: string, atMs: number): number | null => {
  const digits = typed.replace(/\s/gu, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const now = Math.floor(atMs / stepMs);
  const step = steps.find((off) => isSame(digits, codeAt(secret, now + off)));
  return step === undefined ? null : now + step;
};

/** The digits of a step, for whoever has the secret. */
export const codeAt = (secret: string, step: number): string => generateSync({ secret, epoch: (step * stepMs) / 1000 });

/** What the authenticator is shown, as text for its camera. */
export const totpAddress = (secret: string, signInName: string, collector: string): string =>
  generateURI({ issuer: `Skranke ${collector}`, label: signInName, secret });

/** How a recovery code is kept: 50 bit are too few for a plain hash. */
export const recoveryHash = (code: string, key: Uint8Array): Buffer =>
  createHmac('sha256', key).update(`recovery|${code}`, 'utf8').digest();

const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
