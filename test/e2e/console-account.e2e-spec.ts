/** The console of production in a real browser: closed, then an account is taken up with an authenticator and used. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { codeAt } from '../../src/modules/console/totp.js';
import { freshDatabase, type FreshDatabase } from '../world/database.js';
import { freePort, houseEnvironment } from '../world/main-house.js';
import { runMain, type MainProcess } from '../world/main-process.js';
import { describeWith } from '../world/needs.js';
import { operate } from '../world/operator.js';
import { axe, keepPicture, openBrowser, overhang, watch } from '../world/watched-page.js';

const minute = 60_000;
const password = 'en hest på hver låve';
const step = (): number => Math.floor(Date.now() / 30_000);

describeWith('chromium', 'the console of production', () => {
  let database: FreshDatabase;
  let house: MainProcess;
  let browser: Browser;

  beforeAll(async () => {
    database = await freshDatabase();
    house = await runMain(await freePort(), houseEnvironment('production', database));
    browser = await openBrowser();
  }, minute);

  afterAll(async () => {
    await browser.close();
    await house.stop();
    await database.drop();
  }, minute);

  it(
    'says how it is opened, lets an account be taken up, and signs in with it [ASVS 6.3.3]',
    async () => {
      const { page, faults } = await watch(browser, house.url, 390);
      await page.goto(`${house.url}/console`);
      await page.getByText('skranke caseworker add').waitFor();
      await keepPicture(page, 'console-account-1-closed');
      expect(await axe(page)).toEqual([]);

      const line = { caseworker: 'kari', name: 'Kari Moe', roles: ['caseworker'] };
      const place = { config: 'config', databaseUrl: database.appUrl };
      const code = String((await operate(place, 'add', [line]))[0]?.['enrolmentCode']);
      await page.reload();
      await page.getByRole('button', { name: 'Jeg har fått en engangskode' }).click();
      await page.getByLabel('Engangskode').fill('AAAAA AAAAA AAAAA AAAAA');
      await page.getByRole('button', { name: 'Fortsett' }).click();
      await page.getByText('Koden åpner ingen konto.').waitFor();
      await page.getByLabel('Engangskode').fill(code);
      await page.getByRole('button', { name: 'Fortsett' }).click();
      const secret = ((await page.locator('.secret code').textContent()) ?? '').replaceAll(' ', '');
      await keepPicture(page, 'console-account-2-authenticator');
      expect(await axe(page)).toEqual([]);
      expect(await overhang(page)).toBe(0);

      await page.getByLabel('Sifrene appen viser nå').fill(codeAt(secret, step()));
      await page.getByLabel('Velg et passord').fill('for kort');
      await page.getByRole('button', { name: 'Åpne kontoen' }).click();
      await page.getByText('Passordet er for kort.').waitFor();
      await page.getByLabel('Sifrene appen viser nå').fill(codeAt(secret, step() - 1));
      await page.getByLabel('Velg et passord').fill(password);
      await page.getByRole('button', { name: 'Åpne kontoen' }).click();
      await page.getByRole('heading', { name: 'Ta vare på gjenopprettingskodene' }).waitFor();
      await keepPicture(page, 'console-account-3-recovery');
      expect(await axe(page)).toEqual([]);

      await page.getByRole('button', { name: /Gå til innlogging/ }).click();
      await page.getByLabel('Brukernavn').fill('kari');
      await page.getByLabel('Passord').fill('feil passord her');
      await page.getByLabel('Kode fra autentiseringsappen').fill(codeAt(secret, step()));
      await page.getByRole('button', { name: 'Logg inn' }).click();
      await page.getByText('Navn, passord eller kode stemmer ikke.').waitFor();
      await keepPicture(page, 'console-account-4-sign-in');
      await page.getByLabel('Passord').fill(password);
      await page.getByLabel('Kode fra autentiseringsappen').fill(codeAt(secret, step()));
      await page.getByRole('button', { name: 'Logg inn' }).click();
      await page.getByRole('heading', { name: 'Oversikt', level: 1 }).waitFor();
      expect(faults).toEqual([]);
    },
    2 * minute,
  );
});
