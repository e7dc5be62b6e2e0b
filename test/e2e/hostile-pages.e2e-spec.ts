/** What strangers send, seen by a caseworker in a real browser; and what the doors do for robots, frames and forged hosts. */
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ChatClient } from '../world/chat-client.js';
import { ConsoleClient } from '../world/console-client.js';
import { farFetched, farFetchedMail } from '../world/far-fetched.js';
import { describeWith } from '../world/needs.js';
import type { OpenedCase } from '../world/opened-case.js';
import { eventually, sentTo, startDesk, type RunningDesk } from '../world/running-desk.js';
import { openBrowser, watch } from '../world/watched-page.js';

const minute = 60_000;
const pages = ['/', '/simple', '/console', '/notice', '/dev/mailbox'];
const mailer = (at: number): string => `far.${String(at)}@langtvekk.example`;

let desk: RunningDesk;
let sink: Server;
let browser: Browser | undefined;
const heard: string[] = [];

beforeAll(async () => {
  desk = await startDesk();
  sink = createServer(({ url }, answer) => {
    heard.push(url ?? '');
    answer.end();
  });
  await once(sink.listen(0, '127.0.0.1'), 'listening');
}, 90_000);

afterAll(async () => {
  await browser?.close();
  sink.closeAllConnections();
  sink.close();
  await desk.stop();
}, 30_000);

const sinkUrl = (): string => `http://127.0.0.1:${String((sink.address() as AddressInfo).port)}`;

const receive = async (raw: string): Promise<void> => {
  const headers = { 'Content-Type': 'message/rfc822' };
  expect((await fetch(`${desk.url}/dev/mailbox`, { method: 'POST', headers, body: raw })).status).toBe(202);
};

type Listed = { readonly cases: readonly { readonly id: string }[]; readonly next?: string | null };

describeWith('chromium', 'a mail of HTML that a caseworker opens', () => {
  const mails = farFetched('http://sink');
  let cases: readonly string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    for (const [at, [name, html]] of farFetched(sinkUrl()).entries())
      await receive(farFetchedMail(html, mailer(at), name));
    const amund = await ConsoleClient.signIn(desk.url, 'amund');
    cases = await eventually('the cases', async () => {
      const found = new Map<string, string>();
      for (const queue of ['rectification', 'unclear', 'identity', 'human']) {
        const { status, body } = await amund.call('GET', `cases?queue=${queue}`);
        if (status !== 200) continue;
        for (const { id } of (body as Listed).cases)
          found.set((await amund.get<OpenedCase>(`cases/${id}`)).subject ?? id, id);
      }
      return found.size >= mails.length ? [...found.values()] : undefined;
    });
  }, minute);

  it(
    'fetches nothing from afar, runs nothing, and keeps to the policy of the page [E23, E24, E25]',
    async () => {
      if (browser === undefined) throw new Error('no browser');
      const { page, faults } = await watch(browser, desk.url);
      await page.goto(`${desk.url}/console`);
      await page.getByRole('button', { name: 'Amund Furuset Dale' }).click();
      await page.getByRole('heading', { name: 'Oversikt', level: 1 }).waitFor();
      for (const id of cases) {
        await page.goto(`${desk.url}/console/cases/${id}`);
        await page.getByText('Storgata 1').first().waitFor();
        expect(await page.evaluate(() => '__x' in window)).toBe(false);
      }
      expect(cases.length).toBe(mails.length);
      expect(heard).toEqual([]);
      expect(faults).toEqual([]);
    },
    3 * minute,
  );

  it(
    'shows what cannot be seen in the name of a file [E26]',
    async () => {
      if (browser === undefined) throw new Error('no browser');
      const { page } = await watch(browser, desk.url);
      await page.goto(`${desk.url}/console`);
      await page.getByRole('button', { name: 'Amund Furuset Dale' }).click();
      await page.getByRole('heading', { name: 'Oversikt', level: 1 }).waitFor();
      await page.goto(`${desk.url}/console/cases/${cases[0] ?? ''}`);
      await page.getByText('faktura[U+202E]fdp.exe').first().waitFor();
    },
    minute,
  );
});

describe('a link in a mail', () => {
  it('opened by robots, by every method and three times over, proves nothing and changes nothing [E39]', async () => {
    await receive(farFetchedMail('', 'robot@langtvekk.example', 'robot'));
    const mail = await eventually('the answer', async () => (await sentTo(desk, 'robot@langtvekk.example'))[0]);
    const links = [...mail.text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link);
    expect(links.length).toBeGreaterThan(0);
    const chat = await ChatClient.open(desk.url);
    for (const link of links)
      for (const method of ['HEAD', 'GET', 'POST', 'HEAD', 'GET', 'POST', 'HEAD', 'GET', 'POST']) {
        const { status } = await fetch(link, { method, redirect: 'manual' });
        expect(status).toBeLessThan(500);
      }
    const answer = await chat.say('Hva er kravet på?');
    expect(answer.channelData?.skranke?.level).toBe('none');
    expect((await sentTo(desk, 'robot@langtvekk.example')).length).toBe(1);
  }, 30_000);
});

describe('a page of ours', () => {
  it.each(pages)('may stand in nobody’s frame, and opens no way back to itself: %s [C23]', async (path) => {
    const { headers } = await fetch(`${desk.url}${path}`);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['Host', { host: 'evil.example' }],
    ['X-Forwarded-Host', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
    ['Forwarded', { forwarded: 'host=evil.example;proto=https' }],
    ['X-Original-URL', { 'x-original-url': '//evil.example/', 'x-rewrite-url': '//evil.example/' }],
  ])('makes no address of a forged %s [C21]', async (_, headers) => {
    for (const path of ['/', '/simple', '/console', '/notice', '/v3/directline/conversations']) {
      const answered = await asked(path, headers);
      expect(answered).not.toContain('evil.example');
      expect(answered).not.toContain('HTTP 5');
    }
  });
});

/** Status, headers and body as one text: fetch would not send a Host of one's own. */
const asked = async (path: string, headers: Readonly<Record<string, string>>): Promise<string> =>
  new Promise((settle, reject) => {
    const method = path.startsWith('/v3') ? 'POST' : 'GET';
    request(`${desk.url}${path}`, { method, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => settle(`HTTP ${String(answer.statusCode)} ${JSON.stringify(answer.headers)} ${text}`));
    })
      .on('error', reject)
      .end();
  });
