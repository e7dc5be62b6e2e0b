import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hostileMails } from '../../test/world/hostile-mails.js';
import { ReadMailService, type ReadMail } from './read-mail.service.js';

/** 2 s by the rule; a machine that runs other suites beside this one is given half as much again. */
const withinMs = 3_000;
const reader = new ReadMailService();
const mails = hostileMails();
const reads: ReadMail[] = [];

beforeAll(async () => {
  await reader.read(Buffer.from('From: ola@x.no\r\n\r\nhei'), 'first');
});
afterAll(async () => reader.end());

describe('a mail made to break the reader', () => {
  it.each(mails.map((mail) => [mail.name, mail] as const))(
    'is read or set aside in time, and nobody else is named: %s [E06, E17, E18, E19]',
    async (name, { raw, sender }) => {
      const started = performance.now();
      const read = await reader.read(raw, name);
      expect(performance.now() - started).toBeLessThan(withinMs);
      expect([sender, null]).toContain(read.from);
      expect(read.senderKnown).toBe(read.from !== null);
      expect(read.screen.verdict === 'proceed' ? read.from : sender).toBe(sender);
      reads.push({ ...read, text: read.text.slice(0, 10_000), newText: read.newText.slice(0, 10_000) });
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

  it('reaches us without NUL, control letters and half letters', () => {
    expect(reads).toHaveLength(mails.length);
    for (const { text, subject, newText, attachments } of reads) {
      const all = [text, subject, newText, ...attachments.map((one) => one.name ?? '')].join('');
      expect(all).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      expect(all.isWellFormed()).toBe(true);
    }
  });
});
