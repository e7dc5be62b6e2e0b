/** A mail whose letters are not in the charset it names: Latin-1 that says it is UTF-8, UTF-8 that says it is Latin-1. */
import { hasField, type RawHeader } from './raw-headers.js';

export type Charset = 'utf-8' | 'windows-1252';

/** A byte that could not be read, and how UTF-8 looks when it is read as Latin-1: "Ã¥", "Â«", "â€œ". */
const damage = /\ufffd|\u00c3[\u0080-\u00ff\u0152-\u02dc\u2013-\u2122]|\u00e2\u20ac|\u00c2[\u00a0-\u00bf]/g;

/** @returns whether reading it by another charset may help */
export const isMisread = (text: string): boolean => text.search(damage) !== -1;

/**
 * @param raw     the whole mail
 * @param fields  its header
 * @returns       the same mail, every text part of it said to be in `charset`
 */
export const saidToBe = (charset: Charset, raw: Uint8Array, fields: readonly RawHeader[]): Uint8Array => {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.length)
    .toString('latin1')
    .replace(/^(content-type:[ \t]{0,9}text\/(?:plain|html))/gim, `$1; charset=${charset}`);
  const head = hasField(fields, 'content-type') ? '' : `Content-Type: text/plain; charset=${charset}\r\n`;
  return Buffer.from(head + text, 'latin1');
};

/** @returns the reading that lost least; where several lost the same, the first of them */
export const leastDamaged = (readings: readonly [string, ...string[]]): string =>
  readings.reduce((best, other) => (damageOf(other) < damageOf(best) ? other : best));

const damageOf = (text: string): number => text.match(damage)?.length ?? 0;
