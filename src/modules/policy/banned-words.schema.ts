/** The shape of `config/phrases/banned.yaml`: what no sentence of the desk may hold, by language. */
import { z } from 'zod';

const row = z.strictObject({
  word: z.string().regex(/^[\p{Ll} ]+\*?$/u, 'is not in small letters'),
  why: z.string().min(1),
  but: z.array(z.string().min(1)).default([]),
});
const list = z.array(row).min(1);

export const bannedWordsSchema = z.strictObject({
  version: z.string(),
  banned: z.strictObject({ nb: list, nn: list, en: list }),
});

export type BannedWord = Readonly<z.infer<typeof row>>;
