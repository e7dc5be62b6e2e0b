import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildAuthorizationUrlWithPAR,
  calculatePKCECodeChallenge,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type ServerMetadata,
} from 'openid-client';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { SkrankeError } from '../modules/values/errors.js';
import { afterAsking, closed, mayAsk, type Breaker } from './breaker.js';
import { checkClaims, type Answered, type Checked } from './check-claims.js';
import { clientAuthOf } from './client-auth.service.js';
import { EID_CLIENT, type EidClient } from './eid-profile.service.js';
import { issuerFault, type IssuerFault } from './issuer-fault.js';
import type { LoginSecrets } from './login-secrets.js';

/** Where to send a person, or why there is nowhere. */
export type Begun = { readonly outcome: 'begun'; readonly url: URL } | { readonly outcome: 'unreachable' };

/** What came back. */
export type Returned = Extract<Checked, { outcome: 'proven' }> | { readonly outcome: IssuerFault };

/** For each request to the issuer; a person waits behind it (F15). */
const patienceSeconds = 5;
const metadataLivesMs = 300_000;
const loopback = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/;

/** Speaks OpenID Connect with the one issuer of electronic ids this desk has. */
@Injectable()
export class IssuerService {
  private readonly log = new Logger('eid');
  private metadata: { readonly server: ServerMetadata; readonly at: number } | null = null;
  private breaker: Breaker = closed;

  constructor(
    @Inject(EID_CLIENT) private readonly client: EidClient | null,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get isOffered(): boolean {
    return this.client !== null;
  }

  /** @param locale  of the pages the issuer shows */
  async begin(secrets: LoginSecrets, returnTo: string, locale: string): Promise<Begun> {
    const now = new Date();
    if (!mayAsk(this.breaker, now)) return { outcome: 'unreachable' };
    try {
      const client = this.known();
      const config = await this.configuration(client);
      const parameters = await authorizationRequest(client, secrets, returnTo, locale);
      const pushes = config.serverMetadata().pushed_authorization_request_endpoint !== undefined;
      const url = pushes
        ? await buildAuthorizationUrlWithPAR(config, parameters)
        : buildAuthorizationUrl(config, parameters);
      this.breaker = afterAsking(this.breaker, true, now);
      return { outcome: 'begun', url };
    } catch (error) {
      this.failed(error, now);
      return { outcome: 'unreachable' };
    }
  }

  /** @param cameBack  the whole address the browser came back to */
  async finish(secrets: LoginSecrets, cameBack: URL): Promise<Returned> {
    const now = new Date();
    try {
      const client = this.known();
      const answered = await this.exchange(client, secrets, cameBack);
      const expected = {
        ...client,
        nonce: secrets.nonce,
        synthetic: this.settings.SKRANKE_MODE === 'demo',
      };
      const checked = checkClaims(answered, expected, new Date());
      if (checked.outcome === 'proven') return checked;
      this.log.warn(`a login was refused: ${checked.fault}`);
      return { outcome: 'refused' };
    } catch (error) {
      return { outcome: this.failed(error, now) };
    }
  }

  private async exchange(client: EidClient, secrets: LoginSecrets, cameBack: URL): Promise<Answered> {
    const config = await this.configuration(client);
    const tokens = await authorizationCodeGrant(config, cameBack, {
      pkceCodeVerifier: secrets.verifier,
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      maxAge: client.profile.maxAgeSeconds,
      idTokenExpected: true,
    });
    const claims: Answered['claims'] = { ...tokens.claims() };
    const header = headerOf(tokens.id_token ?? '');
    if (client.profile.nationalId.from === 'id-token') return { header, claims, person: claims };
    // Checks that it speaks of the same subject.
    const person = await fetchUserInfo(config, tokens.access_token, String(claims['sub']));
    return { header, claims, person };
  }

  /**
   * A configuration for one login alone: its keys are fetched anew, so that a key the issuer has withdrawn is believed no
   * longer, and a new one at once.
   */
  private async configuration(client: EidClient): Promise<Configuration> {
    const auth = await clientAuthOf(client);
    const isLoopback = loopback.test(client.issuer);
    if (this.metadata === null || Date.now() - this.metadata.at >= metadataLivesMs) {
      const found = await discovery(new URL(client.issuer), client.clientId, undefined, auth, {
        timeout: patienceSeconds,
        execute: isLoopback ? [plainOnLoopback] : [],
      });
      this.metadata = { server: found.serverMetadata(), at: Date.now() };
    }
    const config = new Configuration(this.metadata.server, client.clientId, undefined, auth);
    config.timeout = patienceSeconds;
    enableNonRepudiationChecks(config);
    if (isLoopback) plainOnLoopback(config);
    return config;
  }

  private known(): EidClient {
    if (this.client === null) throw new SkrankeError('SKR_INTERNAL', 'no issuer is set');
    return this.client;
  }

  /** Only the kind of error is logged: what an issuer says may hold anything. */
  private failed(error: unknown, now: Date): IssuerFault {
    const fault = issuerFault(error);
    if (fault === 'unreachable') this.breaker = afterAsking(this.breaker, false, now);
    if (fault !== 'cancelled') this.log.warn(`a login ended: ${fault} ${nameOf(error)}`);
    return fault;
  }
}

/** The demo's issuer is on this machine; production takes https alone, as the settings see to. */
const plainOnLoopback: (config: Configuration) => void = allowInsecureRequests; // eslint-disable-line @typescript-eslint/no-deprecated -- marked so to stand out

const authorizationRequest = async (
  { profile }: EidClient,
  secrets: LoginSecrets,
  returnTo: string,
  locale: string,
): Promise<Record<string, string>> => ({
  redirect_uri: returnTo,
  scope: profile.scopes.join(' '),
  state: secrets.state,
  nonce: secrets.nonce,
  code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
  code_challenge_method: 'S256',
  max_age: String(profile.maxAgeSeconds),
  // Nobody is logged in because somebody else at this machine was.
  prompt: 'login',
  ui_locales: locale,
  ...(profile.asks.length === 0 ? {} : { acr_values: profile.asks.join(' ') }),
});

const headerOf = (token: string): Readonly<Record<string, unknown>> =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')) as Readonly<Record<string, unknown>>;

const nameOf = (error: unknown): string => {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : 'of an unknown kind';
};
