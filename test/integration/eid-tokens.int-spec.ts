/** Login with eID against a false issuer: whatever it signs, nobody is taken for anybody. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { blindIndex } from '../../src/modules/disclosure/blind-index.js';
import { clientSecret, openEidHouse, strangersId, words, type EidHouse } from '../world/eid-house.js';
import type { Manners } from '../world/hostile-issuer.js';

const now = (): number => Math.floor(Date.now() / 1000);
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

let eid: EidHouse;

beforeAll(async () => {
  eid = await openEidHouse();
}, 60_000);

afterEach(() => {
  eid.issuer.manners = {};
});

afterAll(async () => {
  await eid.close();
});
const without = (name: string) => (claims: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
const saying = (more: Record<string, unknown>) => (claims: Record<string, unknown>) => ({ ...claims, ...more });

const hmacSigned = (key: string) => (claims: Record<string, unknown>) => {
  const body = `${encoded({ alg: 'HS256', typ: 'JWT', kid: eid.issuer.signing.kid })}.${encoded(claims)}`;
  return Promise.resolve(`${body}.${createHmac('sha256', key).update(body).digest('base64url')}`);
};

describe('a token the issuer gives', () => {
  const false_: readonly (readonly [string, () => Manners])[] = [
    ['is not signed at all (alg none)', () => ({ sign: (claims) => Promise.resolve(eid.issuer.unsigned(claims)) })],
    [
      'is signed with the public key as a secret (HS256)',
      () => ({ sign: hmacSigned(JSON.stringify(eid.issuer.publicJwk)) }),
    ],
    ['is signed with the client’s own secret (HS256)', () => ({ sign: hmacSigned(clientSecret) })],
    [
      'was changed after it was signed',
      () => ({
        sign: async (claims) => {
          const [head, , tail] = (await eid.issuer.signWith(eid.issuer.signing, claims)).split('.');
          return `${head ?? ''}.${encoded({ ...claims, pid: eid.ola })}.${tail ?? ''}`;
        },
      }),
    ],
    [
      'is signed by a key nobody published',
      () => ({
        sign: async (claims, from) => from.signWith({ ...from.signing, kid: 'unknown' }, claims),
      }),
    ],
    ['is for another service (aud)', () => ({ claims: saying({ aud: 'another' }) })],
    [
      'is for others as well and given to none (aud without azp)',
      () => ({ claims: saying({ aud: ['desk', 'another'] }) }),
    ],
    ['was given to another service (azp)', () => ({ claims: saying({ azp: 'another' }) })],
    ['is of another issuer (iss)', () => ({ claims: saying({ iss: 'https://eid.issuer.example' }) })],
    ['answers another login (nonce)', () => ({ claims: saying({ nonce: 'another' }) })],
    ['answers no login (no nonce)', () => ({ claims: without('nonce') })],
    ['is of nobody (no sub)', () => ({ claims: without('sub') })],
    ['does not say how she logged in (no acr)', () => ({ claims: without('acr') })],
    ['says a level too low (acr)', () => ({ claims: saying({ acr: 'test-id-low' }) })],
    ['says a level nobody knows, though it is called high', () => ({ claims: saying({ acr: 'high' }) })],
    ['says several levels', () => ({ claims: saying({ acr: ['test-id-high'] }) })],
    ['says she logged in six minutes ago (auth_time)', () => ({ claims: saying({ auth_time: now() - 360 }) })],
    ['does not say when she logged in (no auth_time)', () => ({ claims: without('auth_time') })],
    ['says when she logged in as text', () => ({ claims: saying({ auth_time: String(now()) }) })],
    ['says she will log in later', () => ({ claims: saying({ auth_time: now() + 120 }) })],
    ['has run out (exp)', () => ({ claims: saying({ exp: now() - 60 }) })],
    ['never runs out (no exp)', () => ({ claims: without('exp') })],
    ['is of the future (iat)', () => ({ claims: saying({ iat: now() + 300 }) })],
    ['names nobody (no pid)', () => ({ claims: without('pid') })],
    ['names a number that is none (pid)', () => ({ claims: saying({ pid: '12345678901' }) })],
    ['names several people (pid)', () => ({ claims: (claims) => ({ ...claims, pid: [eid.kari, eid.ola] }) })],
    ['names a number with more behind it (pid)', () => ({ claims: (claims) => ({ ...claims, pid: `${eid.kari}0` }) })],
  ];

  it.each(false_)('is not believed when it %s [C26]', async (_, manners) => {
    const before = await eid.evidence();
    const browser = await eid.asking();
    eid.issuer.manners = manners();
    const said = await eid.login(browser, eid.kari);
    expect([said.text, said.level]).toEqual([words['identity.eid-refused'], 'none']);
    expect(said.actions.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['/eid/start', words['option.letter'], words['option.human']]),
    );
    expect(await eid.evidence()).toBe(before);
  });

  it('is believed when it is right, and the question that waited is answered at once [C26, S39]', async () => {
    const browser = await eid.asking();
    const said = await eid.login(browser, eid.kari);
    expect(said.level).toBe('high');
    expect(said.text).toContain(words['identity.proven']);
    expect(said.text).toMatch(/\d\skr i dag/);
  });

  it('is believed by a new key at once, and by one that was withdrawn no longer [C26]', async () => {
    const old = await eid.issuer.rotate(false);
    expect((await eid.login(await eid.asking(), eid.kari)).level).toBe('high');
    eid.issuer.manners = { sign: (claims) => eid.issuer.signWith(old, claims) };
    expect((await eid.login(await eid.asking(), eid.kari)).text).toBe(words['identity.eid-refused']);
  });

  it('proves its own person and nobody else: what was shown before is no longer hers [C26, C07]', async () => {
    const browser = await eid.asking();
    const first = await eid.login(browser, eid.kari);
    const second = await eid.login(browser, eid.ola);
    expect(second.level).toBe('high');
    expect(second.text).not.toBe(first.text);
    const [rows] = await eid.house.source.query<{ party_ids: string[] }[]>(
      'SELECT party_ids FROM evidence ORDER BY at DESC LIMIT 1',
    );
    const [party] = await eid.house.source.query<{ id: string }[]>(
      'SELECT id FROM party WHERE national_id_index = $1',
      [blindIndex('national-id', eid.ola, eid.house.settings.SKRANKE_INDEX_KEY)],
    );
    expect(rows?.party_ids).toEqual([party?.id]);
  });

  it('at substantial proves substantial', async () => {
    eid.issuer.manners = { claims: saying({ acr: 'test-id-substantial' }) };
    expect((await eid.login(await eid.asking(), eid.kari)).level).toBe('substantial');
  });

  it('of somebody the desk has never heard of proves a person of whom nothing is held, and she is told so [ND7]', async () => {
    const browser = await eid.asking();
    const said = await eid.login(browser, strangersId);
    expect([said.text, said.level]).toEqual([words['identity.nothing-held'], 'high']);
    expect((await browser.say('Hva er kravet på nå?')).text).toBe(words['identity.nothing-held']);
  });
});
