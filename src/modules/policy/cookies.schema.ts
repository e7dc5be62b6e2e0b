/** The shape of `config/notice/cookies.yaml`: every cookie the desk sets (S22). */
import { z } from 'zod';
import { inThreeLanguages } from './three-languages.schema.js';

const cookie = z.strictObject({
  name: z.string().startsWith('__Host-', 'is not bound to its host'),
  page: z.enum(['chat', 'console']),
  purpose: inThreeLanguages,
  lifetime: z.literal('session'),
  necessary: z.literal(true, 'would need consent, and a banner'),
});

export const cookiesSchema = z.strictObject({ version: z.string(), cookies: z.array(cookie) });

export type Cookies = Readonly<z.infer<typeof cookiesSchema>>;
