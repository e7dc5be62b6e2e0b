/** Log in with eID, in a real browser, with the demo's own issuer: two clicks, and the question is answered. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ChatPage } from '../world/chat-page.js';
import { describeWith } from '../world/needs.js';
import { people, startDesk, type DevPerson, type RunningDesk } from '../world/running-desk.js';
import { axe, keepPicture, openBrowser, watch, type Watched } from '../world/watched-page.js';

let desk: RunningDesk;
let browser: Browser;
let debtor: DevPerson;

const opened = async (): Promise<Watched> => watch(browser, desk.url, 390, 'nb-NO');

/** Whose button it is on Test-ID's page. */
const pressPerson = async (page: Page, nationalId: string | null): Promise<void> => {
  await page.locator(`button[name=person][value="${String(nationalId)}"]`).click();
};

const creditors = (): readonly string[] => debtor.cases.map(({ creditor }) => creditor);

describeWith('chromium', 'login with eID', () => {
  beforeAll(async () => {
    desk = await startDesk();
    browser = await openBrowser();
    const found = (await people(desk)).find(
      ({ kind, language, nationalId, cases }) =>
        kind === 'person' &&
        language === 'nb' &&
        nationalId !== null &&
        cases.some(({ outstandingOre }) => outstandingOre > 0),
    );
    if (found === undefined) throw new Error('the sample has no debtor with a national id');
    debtor = found;
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  it('takes two clicks on the page without a script, and answers what was asked before', async () => {
    const { page } = await opened();
    await page.goto(`${desk.url}/simple`);
    await page.locator('#text').fill('Hva er kravet på nå?');
    await page.locator('form.write button').click();
    await page.getByRole('link', { name: 'Logg inn med eID' }).click();
    await page.getByRole('heading', { name: 'Test-ID' }).waitFor();
    await keepPicture(page, 'eid-test-id');
    expect(await axe(page)).toEqual([]);
    await pressPerson(page, debtor.nationalId);
    await page.waitForURL(/\/simple/);
    const newest = await page.locator('#newest').innerText();
    expect(newest).toContain('nå vet jeg hvem du er');
    for (const creditor of creditors()) expect(newest).toContain(creditor);
    await keepPicture(page, 'eid-simple');
  }, 60_000);

  it('leads back into the same conversation on the chat page', async () => {
    const { page, context } = await opened();
    const chat = new ChatPage(page);
    await chat.open(desk.url);
    await chat.say('Hva er kravet på nå?');
    const door = page.getByRole('link', { name: 'Logg inn med eID' });
    await keepPicture(page, 'eid-chat-offered');
    expect(await axe(page)).toEqual([]);
    const [login] = await Promise.all([context.waitForEvent('page'), door.click()]);
    await pressPerson(login, debtor.nationalId);
    await login.waitForURL(`${desk.url}/`);
    await login.getByText('nå vet jeg hvem du er').waitFor();
    expect((await new ChatPage(login).texts()).join('\n')).toContain('Hva er kravet på nå?');
    await keepPicture(login, 'eid-chat');
    // The page she came from has followed.
    await page.getByText('nå vet jeg hvem du er').waitFor({ timeout: 15_000 });
  }, 60_000);

  it('that is cancelled is said in one sentence, with another way', async () => {
    const { page } = await opened();
    await page.goto(`${desk.url}/simple`);
    await page.goto(`${desk.url}/eid/start?page=simple`);
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await page.waitForURL(/\/simple/);
    expect(await page.locator('#newest').innerText()).toContain('Innloggingen ble avbrutt');
  }, 60_000);
});
