import type { Configuration } from 'oidc-provider';

/**
 * @property issuer     where Test-ID is
 * @property people     where the sample people are told
 * @property returnTo   the desk's own addresses to come back to
 */
export type TestIdWish = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly returnTo: readonly string[];
  readonly people: string;
  readonly cookieKey: string;
};

const minute = 60;

/** An issuer with one client, who is asked nothing: in the demo everybody has already agreed. */
export const testIdConfiguration = (wish: TestIdWish): Configuration => ({
  clients: [
    {
      client_id: wish.clientId,
      client_secret: wish.clientSecret,
      redirect_uris: [...wish.returnTo],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_basic',
      require_auth_time: true,
    },
  ],
  acrValues: ['test-id-high', 'test-id-substantial'],
  claims: { openid: ['sub', 'acr', 'auth_time'], pid: ['pid'] },
  scopes: ['openid', 'pid'],
  conformIdTokenClaims: false,
  cookies: { keys: [wish.cookieKey] },
  features: { devInteractions: { enabled: false }, pushedAuthorizationRequests: { enabled: true } },
  findAccount: (_, accountId) => ({
    accountId,
    claims: () => ({ sub: `test-${accountId}`, pid: accountId }),
  }),
  interactions: { url: (_, { uid }) => `/login/${uid}` },
  loadExistingGrant: async ({ oidc }) => {
    const { client, session, provider } = oidc;
    if (client === undefined || session?.accountId === undefined) return undefined;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid pid');
    await grant.save();
    return grant;
  },
  pkce: { required: () => true },
  ttl: {
    AccessToken: 5 * minute,
    AuthorizationCode: minute,
    Grant: 10 * minute,
    IdToken: 5 * minute,
    Interaction: 10 * minute,
    Session: 10 * minute,
  },
});
