/** How the desk reaches its mailbox. */
import type { Settings } from '../modules/policy/settings.schema.js';

const seconds = 1_000;
const largestLiteral = 64 * 1024 * 1024; // the largest mail fetched is 25 MiB

/**
 * A dead peer shows only when nothing came for `socketTimeout`, so IDLE is broken and begun again more often than that.
 * @source  stack.md; F07
 */
export const imapOptions = (settings: Settings) => ({
  host: settings.IMAP_HOST,
  port: settings.IMAP_PORT,
  secure: settings.IMAP_TLS,
  doSTARTTLS: settings.IMAP_TLS ? undefined : false,
  auth: { user: settings.IMAP_USER, pass: settings.IMAP_PASSWORD },
  logger: false as const,
  disableCompression: true,
  autoIdleDelay: 100,
  maxIdleTime: 45 * seconds,
  socketTimeout: 75 * seconds,
  connectionTimeout: 15 * seconds,
  greetingTimeout: 15 * seconds,
  maxLiteralSize: largestLiteral,
  maxResponseSize: 2 * largestLiteral,
});
