import { describe, expect, it } from '@jest/globals';
import { shippedProfile, shippedProfiles } from '../../test/world/shipped-profile.js';
import { settingsFaults } from '../../test/world/settings-faults.js';
import { loadEidClient } from './eid-profile.service.js';
import { eidProfilesSchema } from './profile.schema.js';
import type { Settings } from '../modules/policy/settings.schema.js';

const issuer = { OIDC_ISSUER: 'https://issuer.example', OIDC_CLIENT_ID: 'desk' };
const settings = (more: Partial<Settings>) => ({ configDirectory: 'config', ...more }) as Settings;

describe('the profiles of issuers', () => {
  it('know BankID, its brokers and ID-porten, each with its own claim of the national id', () => {
    const claims = Object.entries(shippedProfiles()).map(([name, { nationalId }]) => [name, nationalId.claim]);
    expect(Object.fromEntries(claims)).toEqual({
      bankid: 'nnin_altsub',
      signicat: 'nin',
      idura: 'socialno',
      'id-porten': 'pid',
      'test-id': 'pid',
    });
  });

  it('believe no login older than five minutes, and take no algorithm with a shared secret [C26]', () => {
    const { version, ...file } = { version: '1', profiles: { one: shippedProfile('bankid') } };
    const parsed = (more: object) =>
      eidProfilesSchema.safeParse({ version, profiles: { one: { ...file.profiles.one, ...more } } }).success;
    expect(parsed({})).toBe(true);
    expect(parsed({ maxAgeSeconds: 301 })).toBe(false);
    expect(parsed({ algorithms: ['HS256'] })).toBe(false);
    expect(parsed({ algorithms: ['none'] })).toBe(false);
    expect(parsed({ acr: { claim: 'acr', worth: {} } })).toBe(false);
  });

  it('are named by a setting, and what does not go together stops the start', () => {
    expect(loadEidClient(settings({}))).toBeNull();
    expect(loadEidClient(settings({ ...issuer, OIDC_PROFILE: 'bankid', OIDC_CLIENT_SECRET: 's' }))).toMatchObject({
      issuer: issuer.OIDC_ISSUER,
    });
    expect(() => loadEidClient(settings({ ...issuer, OIDC_PROFILE: 'other', OIDC_CLIENT_SECRET: 's' }))).toThrow(
      /OIDC_PROFILE: must be one of bankid/,
    );
    expect(() => loadEidClient(settings({ ...issuer, OIDC_PROFILE: 'id-porten', OIDC_CLIENT_SECRET: 's' }))).toThrow(
      /OIDC_CLIENT_KEY: goes with the profile id-porten/,
    );
  });
});

describe('the settings of the eID', () => {
  const whole = { ...issuer, OIDC_CLIENT_SECRET: 's', OIDC_PROFILE: 'bankid' };

  it('go together', () => {
    expect(settingsFaults(whole)).toEqual([]);
    expect(settingsFaults(issuer)).toEqual(['OIDC_PROFILE', 'OIDC_CLIENT_KEY']);
    expect(settingsFaults({ ...whole, OIDC_CLIENT_KEY: '{}' })).toEqual(['OIDC_CLIENT_KEY']);
  });

  it('refuse Test-ID and an issuer without TLS in production [C26]', () => {
    expect(settingsFaults({ ...whole, OIDC_PROFILE: 'test-id' })).toEqual(['OIDC_PROFILE']);
    expect(settingsFaults({ ...whole, OIDC_ISSUER: 'http://issuer.example' })).toEqual(['OIDC_ISSUER']);
  });
});
