/**
 * How long a debtor waits for the desk's first words, from the address typed to the words drawn: on this machine as it
 * is, and on a phone's line (400 kbit/s, 400 ms there and back, a processor six times slower). Build first.
 */
import { openBrowser } from '../test/world/watched-page.js';
import { startDesk } from '../test/world/running-desk.js';
import type { Browser } from 'playwright-core';

const budgetMs = 3_000;
const rounds = 5;
const phone = {
  offline: false,
  latency: 400,
  downloadThroughput: (400 * 1024) / 8,
  uploadThroughput: (400 * 1024) / 8,
};

const desk = await startDesk();
const browser = await openBrowser();
const plain = await median(async () => firstWords(browser, desk.url, false));
const onPhone = await median(async () => firstWords(browser, desk.url, true));
await browser.close();
await desk.stop();

console.log(
  JSON.stringify(
    { bench: 'first-message', rounds, localhostMs: plain, phoneMs: onPhone, budgetMs, within: plain <= budgetMs },
    null,
    2,
  ),
);
process.exitCode = plain <= budgetMs ? 0 : 1;

async function firstWords(browser: Browser, url: string, slow: boolean): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'nb-NO' });
  const page = await context.newPage();
  if (slow) {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', phone);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  }
  const started = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('.bubble').first().waitFor();
  const took = performance.now() - started;
  await context.close();
  return Math.round(took);
}

async function median(measure: () => Promise<number>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) taken.push(await measure());
  return taken.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}
