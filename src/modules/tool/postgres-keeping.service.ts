/** What has to be remembered about an embedded Postgres between two starts: passwords, and where its files are. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start.js';
import { readIfThere, writePrivate } from './private-file.service.js';

const keptSchema = z.object({
  passwords: z.object({ superuser: z.string(), owner: z.string(), app: z.string(), keys: z.string() }),
  /** Absolute, when the files lie outside the data folder. */
  home: z.string().nullable(),
  /** Whether the roles and the database have been made. */
  prepared: z.boolean(),
});

export type Kept = Readonly<z.infer<typeof keptSchema>>;

/** @returns null when nothing has been kept yet */
export const readKept = async (dataFolder: string): Promise<Kept | null> => {
  const text = await readIfThere(keptFile(dataFolder));
  if (text === null) return null;
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    throw new CannotStart(`${keptFile(dataFolder)} is damaged; \`npm start -- --fresh\` begins anew.`);
  }
};

export const writeKept = async (dataFolder: string, kept: Kept): Promise<void> =>
  await writePrivate(keptFile(dataFolder), `${JSON.stringify(kept, null, 2)}\n`);

export const newPasswords = (): Kept['passwords'] => ({
  superuser: word(),
  owner: word(),
  app: word(),
  keys: word(),
});

const keptFile = (dataFolder: string): string => join(dataFolder, 'postgres.json');

const word = (): string => randomBytes(24).toString('base64url');
