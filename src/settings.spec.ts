import { describe, expect, it } from '@jest/globals';
import { SkrankeError } from './modules/values/errors.js';
import { readSettings } from './settings.js';

const key = Buffer.alloc(32).toString('base64');
const enough = {
  DATABASE_URL: 'postgres://app@127.0.0.1/skranke',
  KEYS_DATABASE_URL: 'postgres://keys@127.0.0.1/skranke',
  SKRANKE_KEY: key,
  SKRANKE_INDEX_KEY: key,
  SKRANKE_MAC_KEY: key,
  IMAP_HOST: 'imap.example',
  IMAP_USER: 'desk',
  IMAP_PASSWORD: 'secret',
  SMTP_HOST: 'smtp.example',
};

const faultsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    return error instanceof SkrankeError ? error.detail.split('\n') : ['another error'];
  }
};

describe('readSettings', () => {
  it('takes what is needed and gives the rest its default', () => {
    const settings = readSettings(enough);
    expect(settings).toMatchObject({ SKRANKE_MODE: 'production', PORT: 3000, IMAP_TLS: true, LOG_LEVEL: 'info' });
    expect(settings.publicUrl).toBe('http://127.0.0.1:3000');
  });

  it('names everything that is missing, at once', () => {
    expect(faultsOf({})).toEqual(Object.keys(enough).map((name) => `${name}: is not set`));
    expect(faultsOf({ ...enough, IMAP_HOST: '' })).toEqual(['IMAP_HOST: is not set']);
  });

  it('names what is wrong and what is no setting, and tells no value', () => {
    const faults = faultsOf({ ...enough, PORT: '70000', SKRANKE_KEY: 'c2hvcnQ=', SMTP_USR: 'x', IMAP_TLS: 'yes' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'SKRANKE_KEY', 'IMAP_TLS', 'SMTP_USR']);
    expect(faults.join()).not.toMatch(/70000|c2hvcnQ|yes/);
  });
});
