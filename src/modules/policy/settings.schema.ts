/** The shape of every setting: what `src/settings.ts` makes of the environment, and what the rooms may ask of it. */
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65535);
const key = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
  .transform((text): Uint8Array => Buffer.from(text, 'base64'));
const postgresUrl = z.string().refine((text) => /^postgres(ql)?:\/\//.test(text), 'must be a postgres:// address');
const onOff = z.enum(['on', 'off']).transform((word) => word === 'on');

/** The provider's address: no name or password in it, since both would stand in logs, and nothing to fill in. */
const smsUrl = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { username, password, hash } = new URL(text);
  return username === '' && password === '' && hash === '' && !/[{}]/.test(decodeURIComponent(text));
}, 'must be a plain http(s) address without a name, a password or braces');
const hosts = z.string().transform((text): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== ''),
);
/** What stands as the sender on the phone's screen: short, and it tells nobody what this is about (ND2). */
const smsSender = z
  .string()
  .regex(/^(?:[A-Za-z0-9 ]{1,11}|\+?\d{3,15})$/, 'must be at most 11 letters and digits, or a number')
  .refine((text) => !/inkasso|collect|debt|gjeld|krav/i.test(text), 'must not say what the desk is about');

type SmsSettings = {
  readonly SKRANKE_MODE: string;
  readonly SMS_URL?: string | undefined;
  readonly SMS_HOSTS?: readonly string[] | undefined;
  readonly SMS_TOKEN?: string | undefined;
  readonly SMS_SENDER?: string | undefined;
};

/** What a provider's address asks of the other settings. */
const smsFaults = (given: SmsSettings): readonly { readonly name: keyof SmsSettings; readonly message: string }[] => {
  if (given.SMS_URL === undefined) return [];
  const { protocol, hostname } = new URL(given.SMS_URL);
  return [
    ...(given.SKRANKE_MODE === 'production' && protocol !== 'https:'
      ? [{ name: 'SMS_URL' as const, message: 'must be an https address in production' }]
      : []),
    ...(given.SMS_HOSTS !== undefined && !given.SMS_HOSTS.includes(hostname)
      ? [{ name: 'SMS_URL' as const, message: 'is at a host that SMS_HOSTS does not list' }]
      : []),
    ...(given.SMS_TOKEN === undefined ? [{ name: 'SMS_TOKEN' as const, message: 'goes with SMS_URL' }] : []),
    ...(given.SMS_SENDER === undefined ? [{ name: 'SMS_SENDER' as const, message: 'goes with SMS_URL' }] : []),
  ];
};

type EidSettings = {
  readonly SKRANKE_MODE: string;
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_CLIENT_ID?: string | undefined;
  readonly OIDC_CLIENT_KEY?: string | undefined;
  readonly OIDC_CLIENT_SECRET?: string | undefined;
  readonly OIDC_PROFILE?: string | undefined;
};

type EidFault = { readonly name: keyof EidSettings; readonly message: string };

/** What an issuer's address asks of the other settings. */
const eidFaults = (given: EidSettings): readonly EidFault[] => {
  if (given.OIDC_ISSUER === undefined) return [];
  const isProduction = given.SKRANKE_MODE === 'production';
  const faults: readonly (EidFault & { readonly when: boolean })[] = [
    {
      when: isProduction && !given.OIDC_ISSUER.startsWith('https:'),
      name: 'OIDC_ISSUER',
      message: 'must be an https address in production',
    },
    {
      when: isProduction && given.OIDC_PROFILE === 'test-id',
      name: 'OIDC_PROFILE',
      message: 'test-id lets anybody be anybody: demo only',
    },
    { when: given.OIDC_PROFILE === undefined, name: 'OIDC_PROFILE', message: 'goes with OIDC_ISSUER' },
    { when: given.OIDC_CLIENT_ID === undefined, name: 'OIDC_CLIENT_ID', message: 'goes with OIDC_ISSUER' },
    {
      when: (given.OIDC_CLIENT_KEY === undefined) === (given.OIDC_CLIENT_SECRET === undefined),
      name: 'OIDC_CLIENT_KEY',
      message: 'or OIDC_CLIENT_SECRET goes with OIDC_ISSUER, one of them',
    },
  ];
  return faults.filter(({ when }) => when);
};

/** One row per variable of the README's table. */
export const settingsSchema = z
  .object({
    SKRANKE_MODE: z.enum(['demo', 'production']).default('production'),
    PORT: port.default(3000),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_URL: z.url().optional(),
    DATABASE_URL: postgresUrl,
    KEYS_DATABASE_URL: postgresUrl,
    SKRANKE_KEY: key,
    SKRANKE_INDEX_KEY: key,
    SKRANKE_MAC_KEY: key,
    SKRANKE_JOURNAL_KEY: key.optional(),
    SKRANKE_JOURNAL_HEADS: z.string().optional(),
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
    SMS_URL: smsUrl.optional(),
    SMS_HOSTS: hosts.optional(),
    SMS_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces')
      .optional(),
    SMS_SENDER: smsSender.optional(),
    SMS_REPORT_KEY: key.optional(),
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_KEY: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_PROFILE: z.string().optional(),
    MAIL_AUTHSERV_ID: z.string().optional(),
    SKRANKE_CONFIG: z.string().optional(),
    SKRANKE_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  })
  .superRefine((settings, context) => {
    for (const { name, message } of [...smsFaults(settings), ...eidFaults(settings)])
      context.addIssue({ code: 'custom', path: [name], message });
    if (settings.SKRANKE_MODE === 'production' && settings.SKRANKE_JOURNAL_KEY === undefined)
      context.addIssue({ code: 'custom', path: ['SKRANKE_JOURNAL_KEY'], message: 'is needed in production' });
  });

/** How text messages leave: by a provider, into the demo's own table, or not at all. */
export type SmsRoad = 'provider' | 'demo' | 'none';

/** How letters leave: into the demo's own table, or not at all. */
export type LettersRoad = 'demo' | 'none';

export type Settings = z.infer<typeof settingsSchema> & {
  readonly configDirectory: string;
  readonly publicUrl: string;
  readonly sms: SmsRoad;
  readonly letters: LettersRoad;
};

/** Injection token of the settings. */
export const SETTINGS = Symbol('settings');
