/** Everything that must be right about an id token before anybody is believed to be anybody. */
import { osloDayOf } from '../modules/values/day.js';
import { readNationalId, type NationalId } from '../modules/values/national-id.js';
import type { EidProfile } from './profile.schema.js';

type Claims = Readonly<Record<string, unknown>>;

/**
 * What an issuer answered, its signature already checked.
 * @property header  the id token's own
 * @property person  the claims the national id stands among: of the id token or of userinfo
 */
export type Answered = { readonly header: Claims; readonly claims: Claims; readonly person: Claims };

/** @property synthetic  whether national ids made for tests may be believed, as in the demo only */
export type Expected = {
  readonly issuer: string;
  readonly clientId: string;
  readonly nonce: string;
  readonly profile: EidProfile;
  readonly synthetic: boolean;
};

/** Why a login is not believed; for the log, never for the person. */
export type Fault =
  | 'algorithm'
  | 'issuer'
  | 'audience'
  | 'nonce'
  | 'subject'
  | 'expired'
  | 'issued-at'
  | 'level'
  | 'login-time'
  | 'national-id';

export type Checked =
  | { readonly outcome: 'proven'; readonly level: 'substantial' | 'high'; readonly nationalId: NationalId }
  | { readonly outcome: 'refused'; readonly fault: Fault };

/** How far two clocks may be apart, s. */
const skew = 10;
const oldestTokenSeconds = 600;

/**
 * Checks alg, iss, aud, azp, nonce, sub, exp, iat, acr, auth_time and the national id, whatever the library has checked
 * before: openid-client knows nothing of acr, and of auth_time only when it is asked.
 * @param answered  header and claims as the issuer signed them
 * @param expected  what this login was begun with
 * @param now       wall time: tokens do not follow the demo's clock
 * @source          OpenID Connect Core 3.1.3.7; C26
 */
export const checkClaims = (answered: Answered, expected: Expected, now: Date): Checked => {
  const seconds = now.getTime() / 1000;
  const fault = faultOf(answered, expected, seconds);
  if (fault !== null) return { outcome: 'refused', fault };
  const level = levelOf(answered.claims, expected.profile);
  if (level === null) return { outcome: 'refused', fault: 'level' };
  const nationalId = nationalIdOf(answered.person, expected, now);
  return nationalId === null ? { outcome: 'refused', fault: 'national-id' } : { outcome: 'proven', level, nationalId };
};

const faultOf = ({ header, claims }: Answered, expected: Expected, now: number): Fault | null => {
  const { profile } = expected;
  if (!profile.algorithms.some((one) => one === header['alg'])) return 'algorithm';
  if (claims['iss'] !== expected.issuer) return 'issuer';
  if (!isFor(expected.clientId, claims)) return 'audience';
  if (claims['nonce'] !== expected.nonce) return 'nonce';
  if (typeof claims['sub'] !== 'string' || claims['sub'] === '') return 'subject';
  if (!isWithin(claims['exp'], now - skew, Infinity)) return 'expired';
  if (!isWithin(claims['iat'], now - oldestTokenSeconds, now + skew)) return 'issued-at';
  return isWithin(claims['auth_time'], now - profile.maxAgeSeconds, now + skew) ? null : 'login-time';
};

/** For us, and where it is for others as well, given to us. */
const isFor = (clientId: string, { aud, azp }: Claims): boolean => {
  const audience: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!audience.includes(clientId)) return false;
  return azp === undefined ? audience.length === 1 : azp === clientId;
};

const isWithin = (claim: unknown, from: number, to: number): boolean =>
  typeof claim === 'number' && Number.isFinite(claim) && claim >= from && claim <= to;

const levelOf = (claims: Claims, { acr }: EidProfile): 'substantial' | 'high' | null => {
  const said = claimAt(claims, acr.claim);
  return typeof said === 'string' && Object.hasOwn(acr.worth, said) ? (acr.worth[said] ?? null) : null;
};

const nationalIdOf = (claims: Claims, { profile, synthetic }: Expected, now: Date): NationalId | null => {
  const said = claimAt(claims, profile.nationalId.claim);
  if (typeof said !== 'string' || !/^\d{11}$/.test(said)) return null;
  const id = readNationalId(said, osloDayOf(now));
  return id === null || id.kind === 'h-number' || (id.synthetic && !synthetic) ? null : id;
};

const claimAt = (claims: Claims, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, name) => (isClaims(at) && Object.hasOwn(at, name) ? at[name] : undefined), claims);

const isClaims = (value: unknown): value is Claims => typeof value === 'object' && value !== null;
