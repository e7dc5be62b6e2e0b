/** Login with eID as other profiles ask for it: the national id by userinfo, the desk known by a key of its own. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { EidBrowser } from '../world/eid-browser.js';
import { openEidHouse, words, type EidHouse } from '../world/eid-house.js';
import { openHouse } from '../world/main-house.js';

const bankId = { OIDC_PROFILE: 'bankid' };
const atBankId = (claims: Record<string, unknown>) => ({
  ...Object.fromEntries(Object.entries(claims).filter(([name]) => name !== 'pid')),
  acr: 'urn:bankid:bid;LOA=4',
});

let eid: EidHouse | null = null;

const open = async (more: Readonly<Record<string, string>>): Promise<EidHouse> => {
  eid = await openEidHouse(more);
  return eid;
};

afterEach(async () => {
  await eid?.close();
  eid = null;
});

describe('an issuer that tells the national id by userinfo', () => {
  it('proves her, when userinfo speaks of the same subject', async () => {
    const { asking, issuer, kari, login } = await open(bankId);
    issuer.manners = { claims: atBankId };
    expect((await login(await asking(), kari)).level).toBe('high');
  }, 60_000);

  it.each([
    ['speaks of another subject', (claims: Record<string, unknown>) => ({ ...claims, sub: 'another' })],
    ['names nobody', ({ sub }: Record<string, unknown>) => ({ sub })],
  ])(
    'proves nobody, when userinfo %s [C26]',
    async (_, userinfo) => {
      const { asking, issuer, kari, login } = await open(bankId);
      issuer.manners = { claims: atBankId, userinfo };
      expect(await login(await asking(), kari)).toMatchObject({ text: words['identity.eid-refused'], level: 'none' });
    },
    60_000,
  );
});

describe('an issuer that knows the desk by its key', () => {
  it('is shown an assertion and no secret', async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'desk-1', alg: 'RS256' });
    const { asking, issuer, kari, login } = await open({
      OIDC_PROFILE: 'id-porten',
      OIDC_CLIENT_SECRET: '',
      OIDC_CLIENT_KEY: jwk,
    });
    issuer.manners = { claims: (claims) => ({ ...claims, acr: 'idporten-loa-high' }) };
    expect((await login(await asking(), kari)).level).toBe('high');
    const [pushed] = [...issuer.pushed.values()];
    expect(pushed).toMatchObject({
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      acr_values: 'idporten-loa-high',
    });
  }, 60_000);
});

describe('a desk without an issuer', () => {
  it('says so, on the page and in the conversation', async () => {
    const house = await openHouse();
    try {
      const page = await fetch(`${house.url}/eid/start`, { headers: { 'accept-language': 'nb' } });
      expect(await page.text()).toContain(words['page.login-none']);
      const said = await (await EidBrowser.open(house.url)).say('BankID');
      expect([said.text, said.actions.map(({ type }) => type)]).toEqual([
        words['identity.no-eid'],
        ['imBack', 'imBack'],
      ]);
    } finally {
      await house.close();
    }
  }, 60_000);
});
