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
/** What production needs beside. */
const whole = { ...enough, SKRANKE_JOURNAL_KEY: key };

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
    const settings = readSettings(whole);
    expect(settings).toMatchObject({ SKRANKE_MODE: 'production', PORT: 3000, IMAP_TLS: true, LOG_LEVEL: 'info' });
    expect(settings.publicUrl).toBe('http://127.0.0.1:3000');
  });

  it('names everything that is missing, at once', () => {
    expect(faultsOf({})).toEqual(Object.keys(enough).map((name) => `${name}: is not set`));
    expect(faultsOf(enough)).toEqual(['SKRANKE_JOURNAL_KEY: is not set']);
    expect(faultsOf({ ...whole, IMAP_HOST: '' })).toEqual(['IMAP_HOST: is not set']);
  });

  describe('of text messages', () => {
    const sms = { SMS_URL: 'https://sms.example/send', SMS_TOKEN: 't', SMS_SENDER: 'Skranke' };

    it('are sent by a provider, kept by the demo, or not there at all', () => {
      expect(readSettings(whole).sms).toBe('none');
      expect(readSettings({ ...whole, SKRANKE_MODE: 'demo' }).sms).toBe('demo');
      expect(readSettings({ ...whole, ...sms }).sms).toBe('provider');
      expect(readSettings({ ...whole, ...sms, SKRANKE_MODE: 'demo' }).sms).toBe('provider');
    });

    it.each([
      ['plain http in production', { SMS_URL: 'http://sms.example/send' }, ['SMS_URL']],
      ['a host that is not listed', { SMS_HOSTS: 'other.example, third.example' }, ['SMS_URL']],
      ['a password in the address', { SMS_URL: 'https://a:b@sms.example/' }, ['SMS_URL']],
      ['a placeholder in the address', { SMS_URL: 'https://sms.example/{to}' }, ['SMS_URL']],
      ['another protocol', { SMS_URL: 'file:///etc/passwd' }, ['SMS_URL']],
      ['no token and no sender', { SMS_TOKEN: '', SMS_SENDER: '' }, ['SMS_TOKEN', 'SMS_SENDER']],
      ['a sender that tells what this is about [ND2]', { SMS_SENDER: 'FV Inkasso' }, ['SMS_SENDER']],
      ['a sender no network takes', { SMS_SENDER: 'Fjordvakt post' }, ['SMS_SENDER']],
      ['a line break in the token', { SMS_TOKEN: 'a\nb' }, ['SMS_TOKEN']],
    ])('are refused with %s', (_what, change, names) => {
      const named = faultsOf({ ...whole, ...sms, ...change }).map((fault) => fault.split(':')[0]);
      expect([...new Set(named)]).toEqual(names);
    });

    it('may be at a listed host, and at plain http in the demo', () => {
      expect(faultsOf({ ...whole, ...sms, SMS_HOSTS: 'SMS.example' })).toEqual([]);
      expect(faultsOf({ ...whole, ...sms, SMS_URL: 'http://127.0.0.1:9/', SKRANKE_MODE: 'demo' })).toEqual([]);
    });
  });

  it('names what is wrong and what is no setting, and tells no value', () => {
    const faults = faultsOf({ ...whole, PORT: '70000', SKRANKE_KEY: 'c2hvcnQ=', SMTP_USR: 'x', IMAP_TLS: 'yes' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'SKRANKE_KEY', 'IMAP_TLS', 'SMTP_USR']);
    expect(faults.join()).not.toMatch(/70000|c2hvcnQ|yes/);
  });
});
