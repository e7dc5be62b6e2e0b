import { ClientSecretBasic, PrivateKeyJwt, type ClientAuth } from 'openid-client';
import { z } from 'zod';
import { SkrankeError } from '../modules/values/errors.js';
import type { EidClient } from './eid-profile.service.js';

const algorithms = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
} as const;

const jwkSchema = z.looseObject({
  kty: z.enum(['RSA', 'EC']),
  alg: z.enum(['RS256', 'PS256', 'ES256']),
  kid: z.string().min(1),
  d: z.string().min(1),
});

/**
 * How the desk shows the issuer who it is.
 * @throws SKR_SETTINGS_INVALID when OIDC_CLIENT_KEY is no private JWK; nothing of the key is in the error
 */
export const clientAuthOf = async ({ profile, secret }: EidClient): Promise<ClientAuth> => {
  if (profile.clientAuth === 'client_secret_basic') return ClientSecretBasic(secret);
  try {
    const jwk = jwkSchema.parse(JSON.parse(secret));
    const key = await crypto.subtle.importKey('jwk', jwk, algorithms[jwk.alg], false, ['sign']);
    return PrivateKeyJwt({ key, kid: jwk.kid });
  } catch {
    throw new SkrankeError(
      'SKR_SETTINGS_INVALID',
      'OIDC_CLIENT_KEY: must be a private JWK with kid and alg RS256, PS256 or ES256',
    );
  }
};
