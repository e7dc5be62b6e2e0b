/** An issuer of electronic ids on loopback with real keys, as honest or as false as a test wants it. */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWK } from 'jose';

type Claims = Record<string, unknown>;
type Key = { readonly kid: string; readonly privateKey: CryptoKey; readonly jwk: JWK };

/** What a test makes it do; nothing is false unless it is here. */
export type Manners = {
  /** Changes the claims before they are signed; undefined takes one away. */
  claims?: (honest: Claims) => Claims;
  /** Signs in another way; the default is the current key, RS256. */
  sign?: (claims: Claims, issuer: HostileIssuer) => Promise<string>;
  /** Status instead of an answer, by endpoint. */
  down?: Partial<Record<'discovery' | 'jwks' | 'par' | 'token' | 'userinfo', number | 'hangs'>>;
  userinfo?: (honest: Claims) => Claims;
  /** PKCE is believed whatever the verifier. */
  skipsPkce?: boolean;
};

type Asked = Readonly<Record<string, string>>;
type Granted = { readonly asked: Asked; readonly nationalId: string };

const secondsNow = (): number => Math.floor(Date.now() / 1000);

export class HostileIssuer {
  manners: Manners = {};
  url = '';
  /** What it was asked, by path, in order. */
  readonly asked: string[] = [];
  readonly pushed = new Map<string, Asked>();
  private readonly codes = new Map<string, Granted>();
  private readonly tokens = new Map<string, Granted>();
  private published: readonly Key[];

  private constructor(
    private readonly server: Server,
    private key: Key,
  ) {
    this.published = [key];
  }

  static async open(): Promise<HostileIssuer> {
    const server = createServer();
    const issuer = new HostileIssuer(server, await newKey());
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      issuer.answer(request, response).catch(() => response.writeHead(500).end());
    });
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', () => settle()));
    const address = server.address();
    issuer.url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
    return issuer;
  }

  /** A new key, published at once; the old one stays published only when it is said. */
  async rotate(keepOld: boolean): Promise<Key> {
    const old = this.key;
    this.key = await newKey();
    this.published = keepOld ? [this.key, old] : [this.key];
    return old;
  }

  get publicJwk(): JWK {
    return this.key.jwk;
  }

  /** What the person does at the issuer's page: logs in. @returns where the browser is sent */
  login(authorize: URL, nationalId: string): URL {
    const asked = this.askedBy(authorize);
    const code = randomUUID();
    this.codes.set(code, { asked, nationalId });
    return this.back(asked, { code });
  }

  /** Sends the browser back with an error instead. */
  refuse(authorize: URL, error: string): URL {
    return this.back(this.askedBy(authorize), { error });
  }

  async signWith({ kid, privateKey }: Pick<Key, 'kid' | 'privateKey'>, claims: Claims): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
  }

  get signing(): Key {
    return this.key;
  }

  unsigned(claims: Claims): string {
    return new UnsecuredJWT(claims).encode();
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((settle) => this.server.close(() => settle()));
  }

  private askedBy(authorize: URL): Asked {
    const pushed = this.pushed.get(authorize.searchParams.get('request_uri') ?? '');
    return pushed ?? Object.fromEntries(authorize.searchParams);
  }

  private back(asked: Asked, answer: Asked): URL {
    const to = new URL(asked['redirect_uri'] ?? '');
    for (const [name, value] of Object.entries({ ...answer, state: asked['state'] ?? '', iss: this.url }))
      to.searchParams.set(name, value);
    return to;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const body = new URLSearchParams(await textOf(request));
    const endpoint = endpoints[path];
    if (endpoint === undefined) {
      response.writeHead(404).end();
      return;
    }
    this.asked.push(endpoint);
    const down = this.manners.down?.[endpoint];
    if (down === 'hangs') return;
    if (down !== undefined) {
      response.writeHead(down, { 'content-type': 'text/plain' }).end('down');
      return;
    }
    const { status, json } = await this.at(endpoint, body, request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  }

  private async at(
    endpoint: Endpoint,
    body: URLSearchParams,
    request: IncomingMessage,
  ): Promise<{ readonly status: number; readonly json: unknown }> {
    switch (endpoint) {
      case 'discovery':
        return { status: 200, json: this.metadata() };
      case 'jwks':
        return { status: 200, json: { keys: this.published.map(({ jwk }) => jwk) } };
      case 'par': {
        const uri = `urn:request:${randomUUID()}`;
        this.pushed.set(uri, Object.fromEntries(body));
        return { status: 201, json: { request_uri: uri, expires_in: 60 } };
      }
      case 'token':
        return this.token(body);
      case 'userinfo':
        return { status: 200, json: this.userinfo(request.headers.authorization ?? '') };
    }
  }

  private async token(body: URLSearchParams): Promise<{ readonly status: number; readonly json: unknown }> {
    const granted = this.codes.get(body.get('code') ?? '');
    this.codes.delete(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (
      granted === undefined ||
      (this.manners.skipsPkce !== true && granted.asked['code_challenge'] !== challenge) ||
      granted.asked['redirect_uri'] !== body.get('redirect_uri')
    )
      return { status: 400, json: { error: 'invalid_grant' } };
    const access = randomUUID();
    this.tokens.set(`Bearer ${access}`, granted);
    const claims = (this.manners.claims ?? same)(this.honest(granted));
    const sign = this.manners.sign ?? ((said: Claims) => this.signWith(this.key, said));
    return {
      status: 200,
      json: { access_token: access, token_type: 'Bearer', expires_in: 60, id_token: await sign(claims, this) },
    };
  }

  private honest({ asked, nationalId }: Granted): Claims {
    return {
      iss: this.url,
      aud: 'desk',
      sub: subjectOf(nationalId),
      nonce: asked['nonce'],
      iat: secondsNow(),
      exp: secondsNow() + 60,
      auth_time: secondsNow(),
      acr: 'test-id-high',
      pid: nationalId,
    };
  }

  private userinfo(authorization: string): Claims {
    const granted = this.tokens.get(authorization);
    if (granted === undefined) return {};
    return (this.manners.userinfo ?? same)({ sub: subjectOf(granted.nationalId), nnin_altsub: granted.nationalId });
  }

  private metadata(): Claims {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      userinfo_endpoint: `${this.url}/userinfo`,
      jwks_uri: `${this.url}/jwks`,
      pushed_authorization_request_endpoint: `${this.url}/par`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      // It says it would do any of these: a false issuer's word must not widen what is taken.
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      authorization_response_iss_parameter_supported: true,
      code_challenge_methods_supported: ['S256'],
    };
  }
}

type Endpoint = 'discovery' | 'jwks' | 'par' | 'token' | 'userinfo';

const endpoints: Readonly<Partial<Record<string, Endpoint>>> = {
  '/.well-known/openid-configuration': 'discovery',
  '/jwks': 'jwks',
  '/par': 'par',
  '/token': 'token',
  '/userinfo': 'userinfo',
};

const same = (claims: Claims): Claims => claims;

const subjectOf = (nationalId: string): string => createHash('sha256').update(nationalId).digest('hex').slice(0, 16);

const newKey = async (): Promise<Key> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomUUID();
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request as AsyncIterable<Buffer>) text += part.toString('utf8');
  return text;
};
