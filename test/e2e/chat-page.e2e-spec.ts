/** The debtor's page in a real browser: somebody who knows nothing verifies, reads her balance and leaves nothing behind. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ChatPage } from '../world/chat-page.js';
import { describeWith } from '../world/needs.js';
import { people, startDesk, type DevPerson, type RunningDesk } from '../world/running-desk.js';
import { axe, keepPicture, openBrowser, overhang, tabTo, watch, type Watched } from '../world/watched-page.js';

const phone = 390;
const minute = 60_000;

let desk: RunningDesk;
let browser: Browser;
let everybody: readonly DevPerson[];

const speaker = (language: string): DevPerson & { readonly email: string } => {
  const found = everybody.find(
    (one) =>
      one.language === language &&
      one.kind === 'person' &&
      one.email !== null &&
      one.cases.length === 2 &&
      (one.cases[0]?.outstandingOre ?? 0) > 0,
  );
  if (found?.email == null) throw new Error(`nobody speaks ${language}`);
  return { ...found, email: found.email };
};

const letterOf = (person: DevPerson): string => {
  const code = person.cases[0]?.letterCode ?? '';
  return `${code.slice(0, 5)} ${code.slice(5)}`;
};

const digits = (text: string): string => text.replace(/\D/g, '');

const opened = async (locale = 'nb-NO', width = phone): Promise<Watched & { readonly chat: ChatPage }> => {
  const watched = await watch(browser, desk.url, width, locale);
  const chat = new ChatPage(watched.page);
  await chat.open(desk.url);
  return { ...watched, chat };
};

describeWith('chromium', 'the chat page', () => {
  beforeAll(async () => {
    desk = await startDesk();
    browser = await openBrowser();
    everybody = await people(desk);
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await desk.stop();
  }, 30_000);

  it.each([
    ['nb', 'nb-NO', /maskin/, /^Hva er kravet på/, /Avslutt og slett/],
    ['nn', 'nn-NO', /maskin/, /^Kva er kravet på/, /Avslutt og slett/],
    ['en', 'en-GB', /machine/, /^What does the claim/, /End and clear/],
  ] as const)(
    'takes a person on a phone from nothing to her balance in %s, and away again [S39, S40]',
    async (language, locale, machine, question, end) => {
      const person = speaker(language);
      const { chat, page, faults, context } = await opened(locale);
      const started = Date.now();
      expect((await chat.texts())[0]).toMatch(machine);
      expect(await axe(page)).toEqual([]);
      await keepPicture(page, `chat-${language}-1-greeting`);
      await chat.press(question);
      await keepPicture(page, `chat-${language}-2-asked`);
      await chat.prove(desk, person.email);
      await keepPicture(page, `chat-${language}-3-one-code`);
      const told = await chat.say(letterOf(person));
      expect(Date.now() - started).toBeLessThan(2 * minute);
      await keepPicture(page, `chat-${language}-4-balance`);
      for (const claim of person.cases) {
        expect(told).toContain(claim.creditor);
        expect(told).toContain(claim.kid);
        expect(digits(told)).toContain(String(claim.outstandingOre));
      }
      expect(await axe(page)).toEqual([]);
      expect(await overhang(page)).toBe(0);
      await page.getByRole('button', { name: end }).click();
      await page.getByRole('heading', { level: 2 }).waitFor();
      expect(await page.locator('body').innerText()).not.toContain(person.cases[0]?.creditor);
      await page.reload();
      await chat.answers.first().waitFor();
      expect(await chat.texts()).toHaveLength(1);
      expect(faults).toEqual([]);
      await context.close();
    },
    2 * minute,
  );

  it(
    'keeps the conversation through a reload and shows it in a second tab, each line once',
    async () => {
      const { chat, page, context, faults } = await opened();
      await chat.say('Hva er kravet på?');
      const before = await chat.texts();
      await page.reload();
      await chat.answers.nth(1).waitFor();
      expect(await chat.texts()).toEqual(before);
      const other = new ChatPage(await context.newPage());
      await other.open(desk.url);
      await other.answers.nth(1).waitFor();
      await other.say('hei');
      await chat.answers.nth(2).waitFor();
      expect(await chat.texts()).toEqual(await other.texts());
      expect(faults).toEqual([]);
      await context.close();
    },
    minute,
  );

  it(
    'keeps it in both tabs when the level changes in one of them [C03]',
    async () => {
      const person = speaker('nb');
      const { chat, context } = await opened();
      const other = new ChatPage(await context.newPage());
      await other.open(desk.url);
      await chat.say(letterOf(person));
      await other.answers.nth(1).waitFor({ timeout: 15_000 });
      await other.say('takk');
      await chat.answers.nth(2).waitFor({ timeout: 15_000 });
      expect(await chat.texts()).toEqual(await other.texts());
      await context.close();
    },
    minute,
  );

  it(
    'goes on when its token has run out, and loses nothing of what was said',
    async () => {
      const { chat, page, context, faults } = await opened();
      await chat.say('hei');
      const before = await chat.texts();
      let expired = 0;
      await page.route('**/v3/directline/conversations/*/activities', async (route) => {
        if (route.request().method() !== 'POST' || expired > 0) return route.continue();
        expired += 1;
        return route.fulfill({ status: 403, json: { error: { code: 'SKR_TOKEN_EXPIRED' } } });
      });
      await chat.say('hei igjen');
      expect(expired).toBe(1);
      const after = await chat.texts();
      expect(after.slice(0, before.length)).toEqual(before);
      expect(after.filter((text) => text === 'hei igjen')).toHaveLength(1);
      expect(faults).toEqual([]);
      await context.close();
    },
    minute,
  );

  it(
    'works where storage is denied',
    async () => {
      const watched = await watch(browser, desk.url, phone);
      await watched.page.addInitScript(() => {
        Object.defineProperty(globalThis, 'localStorage', {
          get: () => {
            throw new Error('denied');
          },
        });
      });
      const chat = new ChatPage(watched.page);
      await chat.open(desk.url);
      await chat.say('hei');
      await watched.page.reload();
      await chat.answers.nth(1).waitFor();
      expect(watched.faults).toEqual([]);
      await watched.context.close();
    },
    minute,
  );

  it(
    'sends what was written without a network when it is back, once',
    async () => {
      const { chat, page, context } = await opened();
      await context.setOffline(true);
      await chat.box.fill('Hva er kravet på?');
      await chat.box.press('Enter');
      await page.locator('.waiting').waitFor();
      await context.setOffline(false);
      await chat.answers.nth(1).waitFor({ timeout: 20_000 });
      expect((await chat.texts()).filter((text) => text === 'Hva er kravet på?')).toHaveLength(1);
      await context.close();
    },
    minute,
  );

  it(
    'is worked by the keyboard alone: a person is asked for, the conversation is ended',
    async () => {
      const { chat, page, context } = await opened();
      await tabTo(page, /^Snakk med et menneske/);
      await page.keyboard.press('Enter');
      await chat.answers.nth(1).waitFor();
      expect(await chat.answers.nth(1).innerText()).toMatch(
        /saksbehandler.*svarer deg her[^]*Kvittering[^]*svar innen/,
      );
      await tabTo(page, /^Avslutt og slett/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Samtalen er avsluttet' }).waitFor();
      await context.close();
    },
    minute,
  );

  it(
    'shows what anybody writes as text: nothing runs, nothing is drawn [C11, C12]',
    async () => {
      const { chat, page, faults, context } = await opened();
      const hostile = [
        '<img src=x onerror="window.__x=1">',
        '<script>window.__x=1</script>',
        '[klikk](javascript:window.__x=1)',
        '"><svg/onload=window.__x=1>',
        'https://evil.example/kid',
      ];
      for (const text of hostile) await chat.say(text);
      expect(await page.evaluate('window.__x')).toBeUndefined();
      expect((await chat.texts()).filter((text) => hostile.includes(text))).toEqual(hostile);
      expect(await page.locator('.bubble a').count()).toBe(0);
      expect(faults).toEqual([]);
      await context.close();
    },
    minute,
  );

  it(
    'speaks the language that is chosen, and the box keeps what it was asked for',
    async () => {
      const { chat, page, context } = await opened('nb-NO', 1280);
      await chat.say('Hva er kravet på?');
      await page.getByLabel('Språk').selectOption('en');
      await page.getByText('We continue in English.').waitFor();
      expect(await page.getByText('E-mail or mobile').count()).toBe(1);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await axe(page)).toEqual([]);
      await keepPicture(page, 'chat-en-5-wide');
      await context.close();
    },
    minute,
  );
});
