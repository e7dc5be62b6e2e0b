/** Which settings production refuses, beside what every desk has. */
import { settingsSchema } from '../../src/modules/policy/settings.schema.js';

const key = Buffer.alloc(32, 1).toString('base64');

export const settingsFaults = (more: Readonly<Record<string, string>>): readonly string[] => {
  const parsed = settingsSchema.safeParse({
    SKRANKE_MODE: 'production',
    DATABASE_URL: 'postgres://database.example/desk',
    KEYS_DATABASE_URL: 'postgres://database.example/keys',
    SKRANKE_KEY: key,
    SKRANKE_INDEX_KEY: key,
    SKRANKE_MAC_KEY: key,
    SKRANKE_JOURNAL_KEY: key,
    IMAP_HOST: 'mail.example',
    IMAP_USER: 'desk',
    IMAP_PASSWORD: 'secret',
    SMTP_HOST: 'mail.example',
    ...more,
  });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};
