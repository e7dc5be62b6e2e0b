/** The shape of `config/eid.yaml`: how an issuer of electronic ids is spoken to, whichever it is. */
import { z } from 'zod';

/** The signatures taken; `none` and those made with a shared secret are no signatures of the issuer's (C26). */
const algorithm = z.enum(['RS256', 'PS256', 'ES256']);
const claimPath = z.string().regex(/^[\w-]+(?:\.[\w-]+)*$/);
/** Five minutes: who logged in before that may have left her chair. */
const longestAgeSeconds = 300;

const profileSchema = z.strictObject({
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/)).refine((scopes) => scopes.includes('openid'), {
    error: 'lacks the scope openid',
  }),
  asks: z.array(z.string().min(1)),
  acr: z.strictObject({
    claim: claimPath,
    worth: z
      .record(z.string().min(1), z.enum(['substantial', 'high']))
      .refine((worth) => Object.keys(worth).length > 0, { error: 'accepts nothing' }),
  }),
  nationalId: z.strictObject({ claim: claimPath, from: z.enum(['id-token', 'userinfo']) }),
  clientAuth: z.enum(['private_key_jwt', 'client_secret_basic']),
  algorithms: z.array(algorithm).min(1),
  maxAgeSeconds: z.number().int().min(30).max(longestAgeSeconds),
  source: z.string().min(10),
});

export const eidProfilesSchema = z.strictObject({
  version: z.string(),
  profiles: z.record(z.string().regex(/^[a-z][a-z-]*$/), profileSchema),
});

export type EidProfile = Readonly<z.infer<typeof profileSchema>>;
