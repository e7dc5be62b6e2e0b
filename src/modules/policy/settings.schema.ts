/** The shape of every setting: what `src/settings.ts` makes of the environment, and what the rooms may ask of it. */
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65535);
const key = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
  .transform((text): Uint8Array => Buffer.from(text, 'base64'));
const postgresUrl = z.string().refine((text) => /^postgres(ql)?:\/\//.test(text), 'must be a postgres:// address');
const onOff = z.enum(['on', 'off']).transform((word) => word === 'on');

/** One row per variable of the README's table. */
export const settingsSchema = z.object({
  SKRANKE_MODE: z.enum(['demo', 'production']).default('production'),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: postgresUrl,
  KEYS_DATABASE_URL: postgresUrl,
  SKRANKE_KEY: key,
  SKRANKE_INDEX_KEY: key,
  SKRANKE_MAC_KEY: key,
  IMAP_HOST: z.string().min(1),
  IMAP_PORT: port.default(993),
  IMAP_USER: z.string().min(1),
  IMAP_PASSWORD: z.string().min(1),
  IMAP_TLS: onOff.default(true),
  IMAP_MAILBOX: z.string().default('INBOX'),
  SMTP_HOST: z.string().min(1),
  SMTP_PORT: port.default(465),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  SMTP_TLS: onOff.default(true),
  MAIL_AUTHSERV_ID: z.string().optional(),
  SKRANKE_CONFIG: z.string().optional(),
  SKRANKE_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
});

export type Settings = z.infer<typeof settingsSchema> & {
  readonly configDirectory: string;
  readonly publicUrl: string;
};

/** Injection token of the settings. */
export const SETTINGS = Symbol('settings');
