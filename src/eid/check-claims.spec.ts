import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkClaims, type Answered, type Expected } from './check-claims.js';
import { shippedProfile } from '../../test/world/shipped-profile.js';

const now = new Date('2026-11-25T09:00:00Z');
const seconds = now.getTime() / 1000;
const synthetic = '15818010181';

const expected: Expected = {
  issuer: 'https://issuer.example',
  clientId: 'desk',
  nonce: 'n0nce',
  profile: shippedProfile('test-id'),
  synthetic: true,
};
const honest: Record<string, unknown> = {
  iss: 'https://issuer.example',
  aud: 'desk',
  sub: 'subject',
  nonce: 'n0nce',
  iat: seconds,
  exp: seconds + 60,
  auth_time: seconds,
  acr: 'test-id-high',
  pid: synthetic,
};

const answered = (more: Record<string, unknown> = {}, alg: unknown = 'RS256'): Answered => {
  const claims = { ...honest, ...more };
  return { header: { alg }, claims, person: claims };
};
const faultOf = (more: Record<string, unknown>, so: Partial<Expected> = {}): string => {
  const checked = checkClaims(answered(more), { ...expected, ...so }, now);
  return checked.outcome === 'refused' ? checked.fault : checked.level;
};

describe('an id token', () => {
  it('proves a person at the level its acr is worth [C26]', () => {
    const checked = checkClaims(answered(), expected, now);
    expect(checked).toMatchObject({ outcome: 'proven', level: 'high' });
    expect(checked.outcome === 'proven' ? checked.nationalId.reveal() : '').toBe(synthetic);
    expect(faultOf({ acr: 'test-id-substantial' })).toBe('substantial');
  });

  it.each(['none', 'HS256', 'HS512', 'ES384', '', null, ['RS256']])('signed by %p proves nothing [C26]', (alg) => {
    expect(checkClaims(answered({}, alg), expected, now)).toEqual({ outcome: 'refused', fault: 'algorithm' });
  });

  it.each([
    ['issuer', { iss: 'https://issuer.example/' }],
    ['issuer', { iss: undefined }],
    ['audience', { aud: ['desk', 'another'] }],
    ['audience', { aud: [] }],
    ['audience', { aud: 'another', azp: 'desk' }],
    ['audience', { azp: 'another' }],
    ['nonce', { nonce: '' }],
    ['subject', { sub: 7 }],
    ['level', { acr: 'constructor' }],
    ['level', { acr: '__proto__' }],
    ['national-id', { pid: undefined }],
    ['national-id', { pid: Number(synthetic) }],
    ['national-id', { pid: ` ${synthetic}` }],
    ['national-id', { pid: '15818010182' }],
  ])('is refused for its %s: %j [C26]', (fault, more) => {
    expect(faultOf(more)).toBe(fault);
  });

  it('for others as well counts when it was given to us [C26]', () => {
    expect(faultOf({ aud: ['desk', 'another'], azp: 'desk' })).toBe('high');
  });

  it('counts until five minutes after the login, and a clock may be ten seconds off [C26]', () => {
    expect([-300, -301, 10, 11].map((off) => faultOf({ auth_time: seconds + off }))).toEqual([
      'high',
      'login-time',
      'high',
      'login-time',
    ]);
    expect([-10, -11].map((off) => faultOf({ exp: seconds + off }))).toEqual(['high', 'expired']);
    expect([-600, -601, 10, 11].map((off) => faultOf({ iat: seconds + off }))).toEqual([
      'high',
      'issued-at',
      'high',
      'issued-at',
    ]);
  });

  it('with a number made for tests proves nobody outside the demo [C26]', () => {
    expect(faultOf({}, { synthetic: false })).toBe('national-id');
  });

  it('whose time or level is anything but what it should be is refused, whatever it is [C26]', () => {
    const wrong = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.integer()),
      fc.object(),
      fc.constant(NaN),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('exp', 'iat', 'auth_time', 'acr', 'sub', 'pid', 'nonce', 'iss', 'aud'),
        wrong,
        (name, value) => {
          const isRight = (name === 'sub' && typeof value === 'string' && value !== '') || value === honest[name];
          return isRight || checkClaims(answered({ [name]: value }), expected, now).outcome === 'refused';
        },
      ),
    );
  });
});
