/** The desk with an issuer of electronic ids beside it, and people who log in there. */
import { loadPolicy } from '../../src/modules/policy/load-policy.service.js';
import { debtorsOf, EidBrowser, type DeskLine } from './eid-browser.js';
import { HostileIssuer } from './hostile-issuer.js';
import { openHouse, type MainHouse } from './main-house.js';

export const words = loadPolicy({ configDirectory: 'config', publicUrl: 'https://desk.example', demo: true }).phrases
  .nb;
export const loginCookie = '__Host-skranke-eid';
export const clientSecret = 'a secret between desk and issuer';
/** Synthetic, and of nobody in the sample. */
export const strangersId = '15818010181';

export type EidHouse = {
  readonly issuer: HostileIssuer;
  readonly house: MainHouse;
  /** National ids of two debtors of the sample. */
  readonly kari: string;
  readonly ola: string;
  /** A browser whose question waits for a proof. */
  readonly asking: () => Promise<EidBrowser>;
  readonly started: (browser: EidBrowser) => Promise<URL>;
  /** A whole login, and what the desk says after it. */
  readonly login: (browser: EidBrowser, nationalId: string) => Promise<DeskLine>;
  readonly evidence: () => Promise<number>;
  close(): Promise<void>;
};

/** @param more  settings that differ from those of a desk with Test-ID's profile */
export const openEidHouse = async (more: Readonly<Record<string, string>> = {}): Promise<EidHouse> => {
  const issuer = await HostileIssuer.open();
  const house = await openHouse('demo', {
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: 'desk',
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_PROFILE: 'test-id',
    ...more,
  });
  const [first, second] = await debtorsOf(house.url);
  if (first === undefined || second === undefined) throw new Error('the sample has no debtors');
  const started = async (browser: EidBrowser): Promise<URL> => {
    const authorize = await browser.start();
    if (authorize === null) throw new Error('the desk does not lead to the issuer');
    return authorize;
  };
  return {
    issuer,
    house,
    kari: first.nationalId,
    ola: second.nationalId,
    started,
    asking: async () => {
      const browser = await EidBrowser.open(house.url);
      await browser.say('Hva er kravet på nå?');
      return browser;
    },
    login: async (browser, nationalId) => {
      await browser.comeBack(issuer.login(await started(browser), nationalId));
      return browser.newest();
    },
    evidence: async () => {
      const [row] = await house.source.query<{ n: string }[]>('SELECT count(*) AS n FROM evidence');
      return Number(row?.n ?? 0);
    },
    close: async () => {
      await house.close();
      await issuer.close();
    },
  };
};
