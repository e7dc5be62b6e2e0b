/** Login with eID by false browsers, and with an issuer that is down: nobody is taken for anybody. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { EidBrowser } from '../world/eid-browser.js';
import { loginCookie, openEidHouse, words, type EidHouse } from '../world/eid-house.js';

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

describe('a browser that comes back', () => {
  const refusedPage = words['page.login-over'];

  it('once more with the same address is not heard [C26]', async () => {
    const browser = await eid.asking();
    const back = eid.issuer.login(await eid.started(browser), eid.kari);
    const cookie = browser.cookie(loginCookie) ?? '';
    await browser.comeBack(back);
    browser.plant(loginCookie, cookie);
    const before = eid.issuer.asked.filter((path) => path === 'token').length;
    expect(await browser.comeBack(back)).toContain(refusedPage);
    expect(eid.issuer.asked.filter((path) => path === 'token').length).toBe(before);
  });

  it('with a spent state and a fresh code is not heard [C26]', async () => {
    const browser = await eid.asking();
    const first = eid.issuer.login(await eid.started(browser), eid.kari);
    const cookie = browser.cookie(loginCookie) ?? '';
    await browser.comeBack(first);
    const second = eid.issuer.login(await eid.started(browser), eid.ola);
    browser.plant(loginCookie, cookie);
    second.searchParams.set('state', first.searchParams.get('state') ?? '');
    expect(await browser.comeBack(second)).toContain(refusedPage);
  });

  it('twice at once is heard once [C26]', async () => {
    const browser = await eid.asking();
    const back = eid.issuer.login(await eid.started(browser), eid.kari);
    const pages = await Promise.all([browser.comeBack(back), browser.comeBack(back), browser.comeBack(back)]);
    expect(pages.filter((page) => page.includes(words['page.login-done']))).toHaveLength(1);
  });

  it('with the address of another’s login does not become her: no login CSRF [C26, C05]', async () => {
    const attacker = await eid.asking();
    const victim = await eid.asking();
    const planted = eid.issuer.login(await eid.started(attacker), eid.ola);
    expect(await victim.comeBack(planted)).toContain(refusedPage);
    await eid.started(victim);
    expect(await victim.comeBack(planted)).toContain(refusedPage);
    expect((await victim.newest()).level).toBe('none');
  });

  it('with another’s code in her own login gets nothing: PKCE ties it to who asked [C26]', async () => {
    const attacker = await eid.asking();
    const victim = await eid.asking();
    const hers = eid.issuer.login(await eid.started(victim), eid.kari);
    const his = eid.issuer.login(await eid.started(attacker), eid.ola);
    hers.searchParams.set('code', his.searchParams.get('code') ?? '');
    await victim.comeBack(hers);
    expect(await victim.newest()).toMatchObject({ text: words['identity.eid-refused'], level: 'none' });
  });

  it('with another’s code gets nothing even where the issuer forgets PKCE: the nonce does not fit [C26]', async () => {
    eid.issuer.manners = { skipsPkce: true };
    const attacker = await eid.asking();
    const victim = await eid.asking();
    const hers = eid.issuer.login(await eid.started(victim), eid.kari);
    hers.searchParams.set(
      'code',
      eid.issuer.login(await eid.started(attacker), eid.ola).searchParams.get('code') ?? '',
    );
    await victim.comeBack(hers);
    expect(await victim.newest()).toMatchObject({ text: words['identity.eid-refused'], level: 'none' });
  });

  it('with a seed of its own making fits no login [C26]', async () => {
    const browser = await eid.asking();
    const back = eid.issuer.login(await eid.started(browser), eid.kari);
    browser.plant(loginCookie, `chat.${'A'.repeat(43)}`);
    expect(await browser.comeBack(back)).toContain(refusedPage);
  });

  it('from another issuer than the one that was asked is not believed: no mix-up [C26]', async () => {
    const browser = await eid.asking();
    const back = eid.issuer.login(await eid.started(browser), eid.kari);
    back.searchParams.set('iss', 'https://eid.issuer.example');
    await browser.comeBack(back);
    expect(await browser.newest()).toMatchObject({ text: words['identity.eid-refused'], level: 'none' });
  });

  it('without the issuer’s name, which it always gives, is not believed [C26]', async () => {
    const browser = await eid.asking();
    const back = eid.issuer.login(await eid.started(browser), eid.kari);
    back.searchParams.delete('iss');
    await browser.comeBack(back);
    expect((await browser.newest()).level).toBe('none');
  });

  it.each([
    ['without a state', (back: URL) => back.searchParams.delete('state')],
    ['with two states', (back: URL) => back.searchParams.append('state', 'another')],
    [
      'with an error and a state of nobody’s',
      (back: URL) => {
        back.searchParams.set('state', 'nobody');
        back.searchParams.set('error', 'access_denied');
      },
    ],
  ])('%s is not heard, and the conversation says nothing [C26]', async (_, change) => {
    const browser = await eid.asking();
    const before = await browser.newest();
    const back = eid.issuer.login(await eid.started(browser), eid.kari);
    change(back);
    expect(await browser.comeBack(back)).toContain(refusedPage);
    expect(await browser.newest()).toEqual(before);
  });

  it('without its cookie is nobody [C26]', async () => {
    const browser = await eid.asking();
    const back = eid.issuer.login(await eid.started(browser), eid.kari);
    browser.forget(loginCookie);
    expect(await browser.comeBack(back)).toContain(refusedPage);
  });

  it('after ten minutes begins again [C26]', async () => {
    const browser = await eid.asking();
    const back = eid.issuer.login(await eid.started(browser), eid.kari);
    await eid.house.source.query(
      `UPDATE eid_login SET expires_at = now() - interval '1 second' WHERE spent_at IS NULL`,
    );
    expect(await browser.comeBack(back)).toContain(refusedPage);
  });

  it('to a conversation that has ended meanwhile opens nothing', async () => {
    const browser = await eid.asking();
    const back = eid.issuer.login(await eid.started(browser), eid.kari);
    await eid.house.source.query(
      `UPDATE conversation SET owner = 'closed' WHERE id = (SELECT conversation_id FROM eid_login ORDER BY created_at DESC LIMIT 1)`,
    );
    expect(await browser.comeBack(back)).toContain(refusedPage);
  });

  it('has a new token, and the old one opens nothing more [C03]', async () => {
    const browser = await eid.asking();
    const cookie = browser.cookie('__Host-skranke') ?? '';
    await eid.login(browser, eid.kari);
    const answer = await fetch(`${eid.house.url}/v3/directline/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${cookie}` },
    });
    expect(answer.status).toBeGreaterThanOrEqual(401);
    expect(browser.cookie('__Host-skranke')).not.toBe(cookie);
  });
});

describe('who begins a login', () => {
  it('asks by the back channel for high, with PKCE, a nonce and a fresh login', async () => {
    const browser = await eid.asking();
    const authorize = await eid.started(browser);
    expect([...authorize.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
    expect(eid.issuer.pushed.get(authorize.searchParams.get('request_uri') ?? '')).toMatchObject({
      acr_values: 'test-id-high',
      code_challenge_method: 'S256',
      max_age: '300',
      prompt: 'login',
      redirect_uri: `${eid.house.url}/eid/callback`,
      scope: 'openid pid',
    });
  });

  it('without a conversation is shown where to begin', async () => {
    const answer = await fetch(`${eid.house.url}/eid/start`, {
      redirect: 'manual',
      headers: { 'accept-language': 'nb' },
    });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(words['page.login-no-talk'])]);
  });

  it('by typing the name of an eID is told where the button is', async () => {
    const browser = await EidBrowser.open(eid.house.url);
    for (const typed of ['BankID', 'kan jeg logge inn med bankid?', words['option.eid']])
      expect(await browser.say(typed)).toMatchObject({ text: words['identity.eid'] });
  });

  it('changes her mind and is offered another way', async () => {
    const browser = await eid.asking();
    await browser.comeBack(eid.issuer.refuse(await eid.started(browser), 'access_denied'));
    expect((await browser.newest()).text).toBe(words['identity.eid-cancelled']);
  });
});

describe('the national id', () => {
  it('stands nowhere in the database in clear, and not as a hash once it was told [S17]', async () => {
    await eid.login(await eid.asking(), eid.kari);
    const rows = await eid.house.source.query<object[]>(
      'SELECT l.*, e.* FROM eid_login l LEFT JOIN evidence e USING (conversation_id)',
    );
    expect(JSON.stringify(rows)).not.toContain(eid.kari);
    const [left] = await eid.house.source.query<{ n: string }[]>(
      'SELECT count(*) AS n FROM eid_login WHERE national_id_index IS NOT NULL',
    );
    expect(left?.n).toBe('0');
  });
});

describe('an issuer that is down', () => {
  it.each([
    ['gives no keys', { jwks: 500 }],
    ['takes no code', { token: 503 }],
  ] as const)('after she logged in: it %s, and she hears so and is offered another way [F15, C26]', async (_, down) => {
    const browser = await eid.asking();
    const back = eid.issuer.login(await eid.started(browser), eid.kari);
    eid.issuer.manners = { down };
    await browser.comeBack(back);
    const said = await browser.newest();
    expect([said.text, said.level]).toEqual([words['identity.eid-down'], 'none']);
    expect(said.actions.map(({ value }) => value)).toEqual(
      expect.arrayContaining([words['option.letter'], words['option.human']]),
    );
  });

  it('before: she hears so in her conversation, and after three times it is not asked for half a minute [F15]', async () => {
    eid.issuer.manners = { down: { par: 500 } };
    const browser = await eid.asking();
    for (let tries = 0; tries < 4; tries += 1) {
      expect(await browser.start()).toBeNull();
      expect((await browser.newest()).text).toBe(words['identity.eid-down']);
    }
    const before = eid.issuer.asked.length;
    expect(await browser.start()).toBeNull();
    expect(eid.issuer.asked.length).toBe(before);
  });
});
