/** Somebody leaves her verified chat open on a shared screen: half an hour later its page shows nothing of her case. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ChatPage } from '../world/chat-page.js';
import { describeWith } from '../world/needs.js';
import { people, startDesk, type DevPerson, type RunningDesk } from '../world/running-desk.js';
import { shippedPolicy } from '../world/shipped-policy.js';
import { axe, keepPicture, openBrowser, watch } from '../world/watched-page.js';

const minutes = 60_000;
const covered = shippedPolicy.phrases.nb['line.withheld'];

let desk: RunningDesk;
let browser: Browser;
let person: DevPerson & { readonly email: string };
let passed = 0;

const pass = async (time: number): Promise<void> => {
  passed += time;
  const { status } = await fetch(`${desk.url}/dev/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ now: new Date(Date.now() + passed).toISOString() }),
  });
  expect(status).toBe(200);
};

const secrets = (): readonly string[] =>
  person.cases.flatMap(({ creditor, kid, caseNumber }) => [creditor, kid, caseNumber]);

describeWith('chromium', 'a chat whose proofs have run out', () => {
  beforeAll(async () => {
    desk = await startDesk();
    browser = await openBrowser();
    const found = (await people(desk)).find(
      ({ language, kind, email, cases }) =>
        language === 'nb' && kind === 'person' && email !== null && cases.length === 2,
    );
    if (found?.email == null) throw new Error('nobody with two cases');
    person = { ...found, email: found.email };
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await desk.stop();
  }, 30_000);

  it(
    'shows nothing of the case on any page, until the same person proves herself again [S39, ND7]',
    async () => {
      const { page, context, faults } = await watch(browser, desk.url, 390);
      const chat = new ChatPage(page);
      await chat.open(desk.url);
      await chat.say('Hva er kravet på?');
      await chat.prove(desk, person.email);
      await chat.say(person.cases[0]?.letterCode ?? '');
      const before = await chat.answers.count();
      for (const secret of secrets()) expect(await page.locator('body').innerText()).toContain(secret);

      await pass(31 * minutes);
      await page.reload();
      await chat.answers.nth(before - 1).waitFor();
      const shown = await page.locator('body').innerText();
      expect(shown).toContain(covered);
      for (const secret of [...secrets(), person.cases[0]?.letterCode ?? '']) expect(shown).not.toContain(secret);
      expect(await axe(page)).toEqual([]);
      await keepPicture(page, 'chat-covered-1-reloaded');
      const simple = await context.newPage();
      await simple.goto(`${desk.url}/simple`);
      const plain = await simple.locator('body').innerText();
      expect(plain).toContain(covered);
      for (const secret of secrets()) expect(plain).not.toContain(secret);
      await simple.close();

      await page.reload();
      await chat.answers.nth(before - 1).waitFor();
      await chat.prove(desk, person.email);
      await chat.say(person.cases[0]?.letterCode ?? '');
      await page.reload();
      await chat.answers.nth(before - 1).waitFor();
      const again = await page.locator('body').innerText();
      for (const secret of secrets()) expect(again).toContain(secret);
      expect(again).not.toContain(covered);
      await keepPicture(page, 'chat-covered-2-again');
      expect(faults).toEqual([]);
      await context.close();
    },
    2 * minutes,
  );
});
