/** The demo's keys: made once, kept beside its data, readable by nobody else. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start.js';
import { readIfThere, writePrivate } from './private-file.service.js';

const key = z.string().refine((text) => Buffer.from(text, 'base64').length === 32);
const secretsSchema = z.object({
  SKRANKE_KEY: key,
  SKRANKE_INDEX_KEY: key,
  SKRANKE_MAC_KEY: key,
  /** Younger than the others: a folder that lacks it gets one. */
  SKRANKE_JOURNAL_KEY: key.optional(),
  imapPassword: z.string().min(1),
});

type Kept = z.infer<typeof secretsSchema>;
export type DemoSecrets = Readonly<Kept & { SKRANKE_JOURNAL_KEY: string }>;

/**
 * @param folder       the data folder
 * @param dataExists   whether there are data sealed with keys made earlier
 * @throws             CannotStart when the keys to existing data are gone
 */
export const demoSecrets = async (folder: string, dataExists: boolean): Promise<DemoSecrets> => {
  const path = join(folder, 'secrets.json');
  const text = await readIfThere(path);
  if (text !== null) return await whole(parsed(text, path), path);
  if (dataExists) throw new CannotStart(`The keys in ${path} are gone; \`npm start -- --fresh\` begins anew.`);
  const secrets = {
    SKRANKE_KEY: randomBytes(32).toString('base64'),
    SKRANKE_INDEX_KEY: randomBytes(32).toString('base64'),
    SKRANKE_MAC_KEY: randomBytes(32).toString('base64'),
    SKRANKE_JOURNAL_KEY: randomBytes(32).toString('base64'),
    imapPassword: randomBytes(18).toString('base64url'),
  };
  await writePrivate(path, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
};

const whole = async (kept: Kept, path: string): Promise<DemoSecrets> => {
  const { SKRANKE_JOURNAL_KEY = randomBytes(32).toString('base64') } = kept;
  const secrets = { ...kept, SKRANKE_JOURNAL_KEY };
  if (kept.SKRANKE_JOURNAL_KEY === undefined) await writePrivate(path, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
};

const parsed = (text: string, path: string): Kept => {
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    throw new CannotStart(`${path} is damaged; \`npm start -- --fresh\` begins anew.`);
  }
};
