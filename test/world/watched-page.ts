/** A page in a real Chromium that is watched: what the policy stopped, what left the house, what broke. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const artefacts = resolve(import.meta.dirname, '../artefacts');
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const tellsWhatIsStopped = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  tellFault('stopped by the policy: ' + violatedDirective + ' ' + blockedURI))`;

/** @property faults  violations of the page's policy, requests to elsewhere, and errors nobody caught, in words */
export type Watched = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: readonly string[];
};

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });

export const watch = async (browser: Browser, origin: string, width = 1440, locale = 'nb-NO'): Promise<Watched> => {
  const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 900 }, locale });
  const page = await context.newPage();
  const faults: string[] = [];
  await page.exposeFunction('tellFault', (fault: string) => faults.push(fault));
  await page.addInitScript({ content: tellsWhatIsStopped });
  page.on('pageerror', ({ message }) => faults.push(`an error nobody caught: ${message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) faults.push(`a foreign request: ${url}`);
  });
  return { page, context, faults };
};

/** Every rule of WCAG 2.2 AA that a machine can check. @returns what it found, in words */
export const axe = async (page: Page): Promise<readonly string[]> => {
  // What is fading in has no colour of its own yet.
  await page.evaluate(async () =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

/** Keeps what the page looks like, for people; below 40 rem wide and above. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  mkdirSync(artefacts, { recursive: true });
  await page.screenshot({ path: join(artefacts, `${name}.png`), fullPage: true });
};

/** How much wider the page is than its window, CSS pixels. */
export const overhang = async (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Presses Tab until the keyboard is on what has this name. @throws when it never comes there */
export const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const here = document.activeElement;
      if (here?.matches('a, button, textarea, [role=tab]') !== true) return '';
      const labels = here instanceof HTMLTextAreaElement ? Array.from(here.labels, (label) => label.textContent) : [];
      return [here.getAttribute('aria-label') ?? '', ...labels, here.textContent].join(' ').trim();
    });
    if (name.test(text)) return;
  }
  throw new Error(`the keyboard never came to ${String(name)}`);
};
