import { join } from 'node:path';
import { loadYaml } from '../modules/policy/load-yaml.service.js';
import { SkrankeError } from '../modules/values/errors.js';
import { smsProviderSchema, type SmsProvider } from './provider.schema.js';

/** Injection token: how the provider is spoken to. */
export const SMS_PROVIDER = Symbol('sms provider');

/** @throws SKR_SETTINGS_INVALID with every fault of `sms.yaml`, file and line */
export const loadSmsProvider = (configDirectory: string): SmsProvider => {
  const loaded = loadYaml(join(configDirectory, 'sms.yaml'), smsProviderSchema);
  if (loaded.ok) return loaded.value;
  throw new SkrankeError('SKR_SETTINGS_INVALID', loaded.faults.join('\n'));
};
