import { describe, expect, it } from '@jest/globals';
import { afterAsking, closed, mayAsk } from './breaker.js';
import { issuerFault } from './issuer-fault.js';
import { readLoginCookie, writeLoginCookie } from './login-cookie.js';
import { loginSecrets } from './login-secrets.js';
import { returnAddress } from './return-address.js';

const key = new Uint8Array(32).fill(7);
const seed = 'A'.repeat(43);

describe('the secrets of a login', () => {
  it('come all from its seed, and none tells another [C26]', () => {
    const secrets = loginSecrets(seed, key);
    expect(loginSecrets(seed, key)).toEqual(secrets);
    expect(new Set([seed, ...Object.values(secrets)]).size).toBe(4);
    for (const one of Object.values(secrets)) expect(one).toMatch(/^[\w-]{43}$/);
  });

  it('are others for another seed, and for another key [C26]', () => {
    const all = [loginSecrets(seed, key), loginSecrets('B'.repeat(43), key), loginSecrets(seed, new Uint8Array(32))];
    expect(new Set(all.flatMap((one) => Object.values(one))).size).toBe(9);
  });
});

describe('the cookie of a login', () => {
  it('is read as it was written', () => {
    for (const page of ['chat', 'simple'] as const)
      expect(readLoginCookie(`a=b; __Host-skranke-eid=${writeLoginCookie({ seed, page })}; c=d`)).toEqual({
        seed,
        page,
      });
  });

  it.each([
    undefined,
    '',
    '__Host-skranke-eid=',
    `__Host-skranke-eid=${seed}`,
    `__Host-skranke-eid=chat.${seed}A`,
    `x__Host-skranke-eid=chat.${seed}`,
  ])('is none when it is %p', (header) => {
    expect(readLoginCookie(header)).toBeNull();
  });
});

describe('the address to come back to', () => {
  it('is the one she came by, where that is the desk’s own', () => {
    expect(returnAddress('localhost:3000', 'http://127.0.0.1:3000')).toBe('http://localhost:3000/eid/callback');
    expect(returnAddress('desk.example', 'https://desk.example/')).toBe('https://desk.example/eid/callback');
  });

  it.each([
    'evil.example',
    'desk.example.evil.example',
    'desk.example:8443',
    'desk.example/x',
    'a@desk.example',
    undefined,
  ])('is the desk’s own for a Host of %p', (host) => {
    expect(returnAddress(host, 'https://desk.example')).toBe('https://desk.example/eid/callback');
  });
});

describe('an issuer', () => {
  const noon = new Date('2026-11-25T12:00:00Z');
  const later = (ms: number): Date => new Date(noon.getTime() + ms);

  it('that failed three times is let alone for half a minute, then asked once more [F15]', () => {
    const failed = [1, 2, 3].reduce((so) => afterAsking(so, false, noon), closed);
    expect([
      mayAsk(afterAsking(closed, false, noon), noon),
      mayAsk(failed, later(29_999)),
      mayAsk(failed, later(30_000)),
    ]).toEqual([true, false, true]);
    expect(mayAsk(afterAsking(failed, true, noon), noon)).toBe(true);
    expect(mayAsk(afterAsking(failed, false, later(30_000)), later(59_999))).toBe(false);
  });

  it('is down, was refused by her, or is not believed: three things and no fourth [F15, C26]', () => {
    const with_ = (message: string, more: object) => Object.assign(new Error(message), more);
    const said = (error: string) => with_('', { code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error });
    expect(
      [
        said('access_denied'),
        said('server_error'),
        said('login_required'),
        new TypeError('fetch failed'),
        with_('', { code: 'OAUTH_TIMEOUT' }),
        with_('', { cause: { status: 503 } }),
        with_('', { cause: { status: 400 } }),
        'text',
        null,
      ].map(issuerFault),
    ).toEqual([
      'cancelled',
      'unreachable',
      'refused',
      'unreachable',
      'unreachable',
      'unreachable',
      'refused',
      'refused',
      'refused',
    ]);
  });
});
