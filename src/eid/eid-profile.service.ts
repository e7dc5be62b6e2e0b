import { join } from 'node:path';
import { loadYaml } from '../modules/policy/load-yaml.service.js';
import type { Settings } from '../modules/policy/settings.schema.js';
import { SkrankeError } from '../modules/values/errors.js';
import { eidProfilesSchema, type EidProfile } from './profile.schema.js';

/** Injection token: the issuer this desk has, null where it has none. */
export const EID_CLIENT = Symbol('eid client');

/** How this desk is known to its issuer, and what it goes by. @property secret  a private JWK or a shared secret */
export type EidClient = {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  readonly profile: EidProfile;
};

/** @throws SKR_SETTINGS_INVALID with every fault of `eid.yaml`, or where the settings do not go with the profile */
export const loadEidClient = (settings: Settings): EidClient | null => {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_PROFILE: name } = settings;
  if (issuer === undefined || clientId === undefined || name === undefined) return null;
  const loaded = loadYaml(join(settings.configDirectory, 'eid.yaml'), eidProfilesSchema);
  if (!loaded.ok) throw new SkrankeError('SKR_SETTINGS_INVALID', loaded.faults.join('\n'));
  const profile = loaded.value.profiles[name];
  if (profile === undefined) {
    const known = Object.keys(loaded.value.profiles).join(', ');
    throw new SkrankeError('SKR_SETTINGS_INVALID', `OIDC_PROFILE: must be one of ${known}`);
  }
  const wanted = profile.clientAuth === 'private_key_jwt' ? 'OIDC_CLIENT_KEY' : 'OIDC_CLIENT_SECRET';
  const secret = settings[wanted];
  if (secret === undefined) throw new SkrankeError('SKR_SETTINGS_INVALID', `${wanted}: goes with the profile ${name}`);
  return { issuer, clientId, secret, profile };
};
