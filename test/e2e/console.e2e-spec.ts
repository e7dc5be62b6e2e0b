/** The console in a real browser: what people asked by chat and by mail is seen, taken, answered and settled there. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ChatClient } from '../world/chat-client.js';
import { ConsoleClient } from '../world/console-client.js';
import { describeWith } from '../world/needs.js';
import type { OpenedCase } from '../world/opened-case.js';
import { eventually, sentTo, startDesk, type RunningDesk } from '../world/running-desk.js';
import { axe, keepPicture, openBrowser, overhang, tabTo, watch, type Watched } from '../world/watched-page.js';

const minute = 60_000;
const sender = 'hakon.nessane@fjellpost.example';

let desk: RunningDesk;
let browser: Browser;
let chat: ChatClient;

const mail = async (): Promise<void> => {
  const body = new Uint8Array(readFileSync('config/sample/mails/01-address-correction-nn.eml'));
  const headers = { 'Content-Type': 'message/rfc822' };
  expect((await fetch(`${desk.url}/dev/mailbox`, { method: 'POST', headers, body })).status).toBe(202);
};

const signIn = async (page: Page, name: string): Promise<void> => {
  await page.goto(`${desk.url}/console`);
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { name: 'Oversikt', level: 1 }).waitFor();
};

const takeNext = async (page: Page, queue: string): Promise<void> => {
  await page.goto(`${desk.url}/console/queues/${queue}`);
  await page.getByRole('button', { name: /^Ta neste/ }).click();
  await page.getByText('Saken er din.').waitFor();
};

const toldThat = async (page: Page, words: string): Promise<void> => page.getByText(words).first().waitFor();

describeWith('chromium', 'the console', () => {
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    desk = await startDesk();
    browser = await openBrowser();
    chat = await ChatClient.open(desk.url);
    await chat.say('Jeg vil snakke med et menneske');
    await mail();
    await eventually('the mail', async () => (await sentTo(desk, sender))[0]);
    watched = await watch(browser, desk.url);
    page = watched.page;
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await desk.stop();
  }, 30_000);

  it(
    'lets a sample caseworker in by one click, and shows her what waits by chat and by mail',
    async () => {
      await page.goto(`${desk.url}/console`);
      await page.getByRole('button', { name: 'Amund Furuset Dale' }).waitFor();
      expect(await axe(page)).toEqual([]);
      await keepPicture(page, 'console-login');
      await signIn(page, 'Amund Furuset Dale');
      await page.getByRole('link', { name: 'Snakk med et menneske' }).waitFor();
      await page.getByRole('link', { name: 'Retting' }).waitFor();
      expect(await axe(page)).toEqual([]);
      await keepPicture(page, 'console-overview');
    },
    minute,
  );

  it(
    'takes the next case and answers the person where she wrote from: in the chat',
    async () => {
      await takeNext(page, 'people');
      await page.getByRole('textbox', { name: 'Svar til personen' }).fill('Hei! Jeg er et menneske. Hva gjelder det?');
      expect(await axe(page)).toEqual([]);
      await keepPicture(page, 'console-case-chat');
      await page.getByRole('button', { name: 'Send svaret' }).click();
      await toldThat(page, 'Svaret er sendt.');
      const heard = await eventually('the answer', async () =>
        (await chat.read(0)).activities.find(({ from }) => from.id === 'caseworker'),
      );
      expect(heard.text).toBe('Hei! Jeg er et menneske. Hva gjelder det?');
      expect(await page.getByRole('textbox', { name: 'Svar til personen' }).inputValue()).toBe('');
    },
    minute,
  );

  it(
    'shows what the person writes meanwhile, without being asked',
    async () => {
      await chat.post({ type: 'message', text: 'Det gjelder et brev', locale: 'nb-NO', from: { id: 'somebody' } });
      await page.getByText('1 ny melding i samtalen.').waitFor({ timeout: 15_000 });
      await page.getByRole('button', { name: 'Sett', exact: true }).click();
      expect(await page.getByText('1 ny melding i samtalen.').count()).toBe(0);
    },
    minute,
  );

  it(
    'marks what may not go to who is not proven, and sends it once it is mended: by mail [ND2, ND3]',
    async () => {
      await takeNext(page, 'rectification');
      const box = page.getByRole('textbox', { name: 'Svar til personen' });
      await box.fill('Hei, kravet er på 1 240,00 kr.');
      await page.getByRole('button', { name: 'Send svaret' }).click();
      await page.getByText('Dette må bort før teksten kan gå til denne personen:').waitFor();
      expect(await page.locator('.letter-marks mark').allTextContents()).toEqual(['1 240,00 kr']);
      expect(await page.getByRole('checkbox').count()).toBe(0);
      expect(await axe(page)).toEqual([]);
      await keepPicture(page, 'console-case-mail');
      await box.fill('Hei, vi ser på adressa no.');
      await page.getByRole('button', { name: 'Send svaret' }).click();
      await toldThat(page, 'Svaret er sendt.');
      const letter = await eventually('the letter', async () =>
        (await sentTo(desk, sender)).find(({ text }) => text.includes('vi ser på adressa no')),
      );
      expect(letter.text).not.toContain('1 240');
    },
    minute,
  );

  it(
    'loses nothing that was typed: not by a reload, not when the case has moved on meanwhile',
    async () => {
      const box = page.getByRole('textbox', { name: 'Svar til personen' });
      await box.fill('Eit lite tillegg.');
      page.once('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await page.getByRole('heading', { name: 'Arbeid med saken' }).waitFor();
      expect(await box.inputValue()).toBe('Eit lite tillegg.');
      const id = page.url().split('/').at(-1) ?? '';
      const liv = await ConsoleClient.signIn(desk.url, 'liv');
      const { version } = await liv.get<OpenedCase>(`cases/${id}`);
      expect((await liv.act(id, { do: 'note', version, text: 'Eg ringde henne.' })).status).toBe(200);
      await page.getByRole('button', { name: 'Send svaret' }).click();
      await toldThat(page, 'Ikke sendt: saken er endret siden du leste den.');
      await toldThat(page, '1 nytt notat.');
      expect(await box.inputValue()).toBe('Eit lite tillegg.');
      await page.getByRole('button', { name: 'Send svaret' }).click();
      await toldThat(page, 'Svaret er sendt.');
    },
    minute,
  );

  it(
    'settles on a ground with the letter the law asks for, and the history shows who read what and why [L4]',
    async () => {
      await page.getByRole('tab', { name: 'Avslutt' }).click();
      await page.getByRole('radio', { name: 'Vi vet ikke hvem det er' }).check();
      await page.getByRole('button', { name: 'Avslutt saken' }).click();
      await toldThat(page, 'Dette grunnlaget krever et brev til personen.');
      await page.getByRole('textbox', { name: 'Brev til personen' }).fill('Hei, vi veit ikkje kven du er.');
      await page.getByRole('button', { name: 'Avslutt saken' }).click();
      expect(await axe(page)).toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: 'Avslutt saken' }).click();
      await toldThat(page, 'Saken er avsluttet.');
      const letter = await eventually('the last letter', async () =>
        (await sentTo(desk, sender)).find(({ text }) => text.includes('vi veit ikkje kven du er')),
      );
      expect(letter.text).toContain('Datatilsynet');
      await page.getByText(/^Historikk/).click();
      const lines = await page.locator('.history li').allTextContents();
      for (const told of ['Amund Furuset Dale leste saken', 'Amund Furuset Dale avsluttet saken', 'Liv Bratterud Moe'])
        expect(lines.some((line) => line.includes(told) && line.includes('for å behandle saken'))).toBe(true);
      expect(await axe(page)).toEqual([]);
      await keepPicture(page, 'console-settled');
    },
    minute,
  );

  it(
    'ends an erasure by two people and never by the one who proposed it [I05]',
    async () => {
      await (await ChatClient.open(desk.url, 'en-GB')).say('Please erase everything you have about me');
      const [idun, ranveig] = await Promise.all([watch(browser, desk.url), watch(browser, desk.url)]);
      await signIn(idun.page, 'Idun Kvalbein Strand');
      await idun.page.getByRole('link', { name: 'Sletting' }).waitFor({ timeout: 15_000 });
      await takeNext(idun.page, 'erasure');
      await idun.page.getByRole('tab', { name: 'Foreslå' }).click();
      await idun.page.getByRole('radio', { name: 'Vi vet ikke hvem det er' }).check();
      await idun.page.getByRole('textbox', { name: 'Brev til personen' }).fill('Hello, we cannot tell who you are.');
      await idun.page.getByRole('button', { name: 'Send til godkjenning' }).click();
      await idun.page.getByRole('dialog').getByRole('button', { name: 'Send til godkjenning' }).click();
      await toldThat(idun.page, 'Forslaget ligger til godkjenning hos en kollega.');
      expect(await idun.page.getByRole('button', { name: 'Godkjenn og avslutt' }).count()).toBe(0);
      await signIn(ranveig.page, 'Ranveig Osdalen');
      await ranveig.page.goto(idun.page.url());
      await ranveig.page.getByText('Hello, we cannot tell who you are.').waitFor();
      expect(await axe(ranveig.page)).toEqual([]);
      await keepPicture(ranveig.page, 'console-proposed');
      await ranveig.page.getByRole('button', { name: 'Godkjenn og avslutt' }).click();
      await ranveig.page.getByRole('dialog').getByRole('button', { name: 'Godkjenn og avslutt' }).click();
      await toldThat(ranveig.page, 'Godkjent. Saken er avsluttet.');
      await Promise.all([idun.context.close(), ranveig.context.close()]);
    },
    minute,
  );

  it(
    'works by the keyboard alone',
    async () => {
      await (await ChatClient.open(desk.url)).say('Jeg orker ikke mer, jeg vil ta livet mitt');
      const { page: keys, context } = await watch(browser, desk.url);
      await keys.goto(`${desk.url}/console`);
      await keys.getByRole('button', { name: 'Peder Myhrvang' }).waitFor();
      await tabTo(keys, /^PMPeder Myhrvang/);
      await keys.keyboard.press('Enter');
      await keys.getByText('Noen kan være i fare').first().waitFor();
      await tabTo(keys, /^Les nå/);
      await keys.keyboard.press('Enter');
      await keys.getByText('Saken er din.').waitFor();
      await keys.locator('h1:focus').waitFor();
      await tabTo(keys, /^Svar$/);
      await keys.keyboard.press('ArrowRight');
      await keys.keyboard.press('ArrowRight');
      await keys.keyboard.press('Enter');
      await tabTo(keys, /^Notat til kolleger/);
      await keys.keyboard.type('Ringt legevakten.');
      await tabTo(keys, /^Lagre notatet$/);
      await keys.keyboard.press('Enter');
      await keys.getByText('Notatet er lagret.').waitFor();
      await context.close();
    },
    minute,
  );

  it.each(['nb', 'nn', 'en'])(
    'fits a telephone, in %s',
    async (language) => {
      const narrow = await watch(browser, desk.url, 390);
      await narrow.page.addInitScript((one) => localStorage.setItem('skranke-console-language', one), language);
      await narrow.page.goto(`${desk.url}/console`);
      await narrow.page.getByRole('button', { name: 'Liv Bratterud Moe' }).click();
      await narrow.page.locator('.queues .line').first().waitFor();
      for (const [name, path] of [
        ['overview', ''],
        ['mine', '/mine'],
        ['case', new URL(page.url()).pathname.replace('/console', '')],
        ['nowhere', '/nowhere'],
      ] as const) {
        await narrow.page.goto(`${desk.url}/console${path}`);
        await narrow.page.getByRole('heading', { level: 1 }).waitFor();
        expect(await overhang(narrow.page)).toBeLessThanOrEqual(0);
        expect(await axe(narrow.page)).toEqual([]);
        await keepPicture(narrow.page, `console-${name}-390-${language}`);
      }
      expect(narrow.faults).toEqual([]);
      await narrow.context.close();
    },
    minute,
  );

  it(
    'says that it is closed, and why, where nobody can sign in yet',
    async () => {
      const closed = await watch(browser, desk.url);
      const session = {
        worker: null,
        offered: [],
        open: false,
        demo: false,
        collector: 'X',
        now: new Date().toISOString(),
      };
      await closed.page.route('**/api/console/session', (route) => route.fulfill({ json: session }));
      await closed.page.goto(`${desk.url}/console`);
      await closed.page.getByRole('heading', { name: 'Saksbehandlersiden er stengt' }).waitFor();
      expect(await closed.page.getByRole('button').count()).toBe(0);
      expect(await axe(closed.page)).toEqual([]);
      await closed.context.close();
    },
    minute,
  );

  it('broke no rule of its own policy and asked nobody else for anything [E31]', async () => {
    expect(watched.faults).toEqual([]);
    await page.evaluate(() => document.body.append(Object.assign(new Image(), { src: 'https://pixel.example/x.png' })));
    await eventually('what the policy stopped', () =>
      Promise.resolve(watched.faults.find((fault) => fault.startsWith('stopped by the policy: img-src'))),
    );
  });
});
