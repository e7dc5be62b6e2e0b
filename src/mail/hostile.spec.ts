import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hostileMails } from '../../test/world/hostile-mails.js';
import { ReadMailService } from './read-mail.service.js';

/** 2 s by the rule; a machine that runs other suites beside this one is given half as much again. */
const withinMs = 3_000;
const reader = new ReadMailService();

beforeAll(async () => {
  await reader.read(Buffer.from('From: ola@x.no\r\n\r\nhei'), 'first');
});
afterAll(async () => reader.end());

describe('a mail made to break the reader', () => {
  it.each(hostileMails().map((mail) => [mail.name, mail] as const))(
    'is read or set aside in time, and nobody else is named: %s [E06, E17, E18, E19]',
    async (name, { raw, sender }) => {
      const started = performance.now();
      const read = await reader.read(raw, name);
      expect(performance.now() - started).toBeLessThan(withinMs);
      expect([sender, null]).toContain(read.from);
      expect(read.senderKnown).toBe(read.from !== null);
      expect(read.screen.verdict === 'proceed' ? read.from : sender).toBe(sender);
      expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(JSON.stringify(read))));
    },
  );

  it('does not keep the next one from being read [E46]', async () => {
    const mail = 'From: ola@brevdue.example\r\nTo: post@fjordvakt.example\r\n\r\nHva er kravet på?';
    expect(await reader.read(Buffer.from(mail), 'next')).toMatchObject({
      from: 'ola@brevdue.example',
      newText: 'Hva er kravet på?',
      screen: { verdict: 'proceed' },
    });
  });

  it('and nothing of it reaches us with NUL, control letters or half letters in it', async () => {
    for (const { name, raw } of hostileMails().filter((mail) => mail.raw.length < 200_000)) {
      const { text, subject, newText, attachments } = await reader.read(raw, name);
      const all = [text, subject, newText, ...attachments.map((one) => one.name ?? '')].join('');
      expect(all).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      expect(all.isWellFormed()).toBe(true);
    }
  });
});
