/** The only place that reads the environment. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { settingsSchema, type Settings } from './modules/policy/settings.schema.js';
import { SkrankeError } from './modules/values/errors.js';

const projectRoot = resolve(fileURLToPath(import.meta.url), '../..');

/**
 * @param env  process.env as the operator gave it
 * @returns    typed settings
 * @throws     SKR_SETTINGS_INVALID whose detail lists every fault, one a line
 */
export const readSettings = (env: NodeJS.ProcessEnv = process.env): Settings => {
  const given = withoutEmpty(env);
  const parsed = settingsSchema.safeParse(given);
  const unknown = unknownNames(env).map((name) => `${name}: is not a setting`);
  if (!parsed.success) throw invalid([...parsed.error.issues.map((issue) => faultOf(issue, given)), ...unknown]);
  if (unknown.length > 0) throw invalid(unknown);
  const settings = parsed.data;
  return {
    ...settings,
    configDirectory: resolve(settings.SKRANKE_CONFIG ?? `${projectRoot}/config`),
    sms: smsRoad(settings),
    letters: settings.SKRANKE_MODE === 'demo' ? 'demo' : 'none',
    publicUrl: settings.PUBLIC_URL ?? `http://${settings.HOST}:${String(settings.PORT)}`,
  };
};

/** A demo without a provider writes into a table of its own; production without one has no text messages. */
const smsRoad = ({ SMS_URL, SKRANKE_MODE }: z.infer<typeof settingsSchema>): Settings['sms'] => {
  if (SMS_URL !== undefined) return 'provider';
  return SKRANKE_MODE === 'demo' ? 'demo' : 'none';
};

const invalid = (faults: readonly string[]): SkrankeError =>
  new SkrankeError('SKR_SETTINGS_INVALID', faults.join('\n'));

const faultOf = ({ path, message }: z.core.$ZodIssue, given: NodeJS.ProcessEnv): string => {
  const name = path.join('.');
  return `${name}: ${given[name] === undefined ? 'is not set' : message}`;
};

const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

/** Names that look like ours and are not: a typing error must not pass as a default. */
const unknownNames = (env: NodeJS.ProcessEnv): readonly string[] =>
  Object.keys(env).filter(
    (name) => /^(SKRANKE|IMAP|SMTP|SMS|OIDC)_/.test(name) && !(name in settingsSchema.shape) && !known.has(name),
  );

/** Read by the supervisor and the tests, not by the service. */
const known = new Set(['SKRANKE_DATA', 'SKRANKE_TEST_CLUSTER', 'SKRANKE_TEST_DATABASE_URL']);
