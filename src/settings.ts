/** The only place that reads the environment. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settingsSchema, type Settings } from './modules/policy/settings.schema.js';
import { SkrankeError } from './modules/values/errors.js';

const projectRoot = resolve(fileURLToPath(import.meta.url), '../..');

/**
 * @param env  process.env as the operator gave it
 * @returns    typed settings
 * @throws     SKR_SETTINGS_INVALID whose detail lists every fault, one a line
 */
export const readSettings = (env: NodeJS.ProcessEnv = process.env): Settings => {
  const parsed = settingsSchema.safeParse(withoutEmpty(env));
  const unknown = unknownNames(env);
  if (!parsed.success || unknown.length > 0) {
    const faults = parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SkrankeError(
      'SKR_SETTINGS_INVALID',
      [...faults, ...unknown.map((name) => `${name}: is not a setting`)].join('\n'),
    );
  }
  const settings = parsed.data;
  return {
    ...settings,
    configDirectory: resolve(settings.SKRANKE_CONFIG ?? `${projectRoot}/config`),
    publicUrl: settings.PUBLIC_URL ?? `http://${settings.HOST}:${String(settings.PORT)}`,
  };
};

const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

/** Names that look like ours and are not: a typing error must not pass as a default. */
const unknownNames = (env: NodeJS.ProcessEnv): readonly string[] =>
  Object.keys(env).filter(
    (name) => /^(SKRANKE|IMAP|SMTP)_/.test(name) && !(name in settingsSchema.shape) && !known.has(name),
  );

/** Read by the supervisor and the tests, not by the service. */
const known = new Set(['SKRANKE_DATA', 'SKRANKE_TEST_CLUSTER', 'SKRANKE_TEST_DATABASE_URL']);
