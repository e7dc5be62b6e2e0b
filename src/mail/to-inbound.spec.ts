import { describe, expect, it } from '@jest/globals';
import { desk, parsedMail, type Fields } from '../../test/world/mails.js';
import { open } from '../modules/disclosure/open.js';
import { readSender } from './sender.js';
import { ownWords, toInbound } from './to-inbound.js';

const receivedAt = new Date('2026-03-03T09:15:30Z');
const inbound = async (fields: Fields = {}, body?: string) => {
  const mail = await parsedMail(fields, body);
  return toInbound(mail, {
    inboundMailId: 'mail-1',
    conversationId: 'conversation-1',
    receivedAt,
    sender: readSender(mail.fields, mail.from),
    aligned: false,
    answerable: true,
    isOurs: (address) => address === desk.address,
  });
};
const opened = (sealed: Parameters<typeof open>[0] | null | undefined): unknown =>
  sealed == null ? null : open(sealed);

describe('a mail becomes an inbound message', () => {
  it('of the sender’s own words, its quotes left out [E38]', async () => {
    const body =
      'Ja, jeg har betalt.\r\n\r\nDen man. 3. mars 2026 kl. 10:15 skrev Kari <kari@x.no>:\r\n> fnr 01018012345';
    expect(opened((await inbound({}, body)).text)).toBe('Ja, jeg har betalt.');
  });

  it('at the time it reached us, whatever its Date says [E45]', async () => {
    for (const date of ['Mon, 3 Jan 2050 10:00:00 +0100', 'Thu, 1 Jan 1970 00:00:00 +0000', 'i går', null])
      expect((await inbound({ Date: date })).receivedAt).toEqual(receivedAt);
  });

  it('known again by its own row, so that the same mail taken twice counts once [E44]', async () => {
    expect((await inbound()).clientId).toBe('mail-1');
    expect((await inbound({ 'Message-ID': null })).clientId).toBe('mail-1');
  });

  it('answered to its From, never to Reply-To or Cc [E08, ND3]', async () => {
    const message = await inbound({ 'Reply-To': 'kari@x.no', Cc: 'per@x.no' });
    expect(opened(message.mail?.from)).toBe('ola@brevdue.example');
    expect(JSON.stringify(message)).not.toMatch(/kari@x\.no|per@x\.no/);
  });

  it('that says others were addressed, and not who [E34]', async () => {
    expect((await inbound({ Cc: 'journalist@avis.example' })).mail?.othersAddressed).toBe(true);
    expect((await inbound()).mail?.othersAddressed).toBe(false);
  });

  it('never answered where the sender is not known, whatever was said of it [E06]', async () => {
    const message = await inbound({ From: ['ola@x.no', 'kari@x.no'] });
    expect([message.mail?.answerable, message.mail?.from]).toEqual([false, null]);
  });

  it('without any proof in it: no language, no event, no level comes from a header', async () => {
    const message = await inbound({ 'X-Skranke-Level': 'high', 'Content-Language': 'en' });
    expect([message.channel, message.language, message.event]).toEqual(['mail', null, null]);
  });
});

describe('own words', () => {
  it('are none in a mail that was only passed on', async () => {
    const block = 'Fra: Kari <kari@x.no>\nSendt: 3. mars 2026 10:15\nTil: Ola\nEmne: Faktura\n\nBetal nå.';
    for (const subject of ['VS: Faktura', 'Fwd: Faktura', 'SV: VS: Faktura', 'Videresendt: Faktura'])
      expect(ownWords(await parsedMail({ Subject: subject }, block))).toBe('');
    expect(ownWords(await parsedMail({ Subject: 'Faktura' }, block))).not.toBe('');
  });
});
