/** The issuers' profiles as they are shipped. */
import { eidProfilesSchema, type EidProfile } from '../../src/eid/profile.schema.js';
import { loadYaml } from '../../src/modules/policy/load-yaml.service.js';

export const shippedProfiles = (): Readonly<Record<string, EidProfile>> => {
  const loaded = loadYaml('config/eid.yaml', eidProfilesSchema);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.value.profiles;
};

export const shippedProfile = (name: string): EidProfile => {
  const profile = shippedProfiles()[name];
  if (profile === undefined) throw new Error(`no profile ${name}`);
  return profile;
};
