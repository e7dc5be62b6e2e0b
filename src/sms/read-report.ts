/** What a provider's delivery report says, once it is sure that the provider sent it. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { secretKey } from '../modules/values/secret-key.js';
import type { SmsProvider } from './provider.schema.js';

type Rules = SmsProvider['reports'];

/** A report as it came: two headers and the body, byte for byte. */
export type SignedReport = { readonly timestamp: string; readonly signature: string; readonly body: Uint8Array };

/**
 * Checks who sent a report and when.
 * @param key  SMS_REPORT_KEY
 * @param now  wall time: the provider knows no other
 * @returns    the signature's bytes, by which a report is known again; null for every report that is not to be taken
 */
export const signatureOf = (report: SignedReport, key: Uint8Array, rules: Rules, now: Date): Buffer | null => {
  const expected = reportMac(report, key);
  const given = /^[0-9a-f]{64}$/.test(report.signature) ? Buffer.from(report.signature, 'hex') : Buffer.alloc(32);
  const isTheirs = timingSafeEqual(given, expected) && /^[0-9a-f]{64}$/.test(report.signature);
  const age = /^\d{10}$/.test(report.timestamp) ? now.getTime() / 1000 - Number(report.timestamp) : Number.NaN;
  return isTheirs && Math.abs(age) <= rules.withinSeconds ? expected : null;
};

/** The HMAC over the time, a full stop and the body. */
export const reportMac = ({ timestamp, body }: Omit<SignedReport, 'signature'>, key: Uint8Array): Buffer =>
  createHmac('sha256', secretKey(key)).update(`${timestamp}.`, 'utf8').update(body).digest();

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * @returns which of our messages had a number that does not exist; null for every other report, and for what is no
 *          report at all
 */
export const unknownNumberOf = (body: string, rules: Rules): string | null => {
  const report = parse(body);
  const reference = at(report, rules.reference);
  const status = at(report, rules.status);
  const isUnknown = status !== null && rules.unknownNumber.includes(status);
  return isUnknown && reference !== null && uuid.test(reference) ? reference : null;
};

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
};

const at = (report: unknown, path: string): string | null => {
  const found = path
    .split('.')
    .reduce<unknown>(
      (node, name) =>
        typeof node === 'object' && node !== null && Object.hasOwn(node, name)
          ? (node as Readonly<Record<string, unknown>>)[name]
          : null,
      report,
    );
  return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
};
