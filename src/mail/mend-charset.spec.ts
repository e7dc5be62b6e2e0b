import { describe, expect, it } from '@jest/globals';
import { rawMail } from '../../test/world/mails.js';
import { parseRaw } from './parse-raw.js';

const words = 'Jeg har flyttet til Ålesund og trenger å få rettet adressen, «Sjøgata 3».';
const textOf = async (type: string | null, body: Buffer, more = {}): Promise<string> => {
  const head = rawMail({ 'Content-Type': type, 'Content-Transfer-Encoding': '8bit', ...more }, '');
  return (await parseRaw(Buffer.concat([head, body]))).text.trim();
};
const latin1 = Buffer.from(words, 'latin1');

describe('no letter is lost by a charset that was named wrongly', () => {
  it.each([
    ['Latin-1 that says UTF-8', 'text/plain; charset=utf-8', latin1],
    ['Latin-1 that says nothing', 'text/plain', latin1],
    ['Latin-1 without any type', null, latin1],
    ['Latin-1 that says ASCII', 'text/plain; charset=us-ascii', latin1],
    ['Latin-1 that says Latin-1', 'text/plain; charset=iso-8859-1', latin1],
    ['UTF-8 that says nothing', 'text/plain; format=flowed', Buffer.from(words)],
    ['UTF-8 that says Latin-1', 'text/plain; charset=iso-8859-1', Buffer.from(words)],
    ['UTF-8 of an unknown name', 'text/plain; charset=x-unknown', Buffer.from(words)],
  ])('%s', async (_, type, body) => {
    expect(await textOf(type, body)).toBe(words);
  });

  it('and UTF-8 that is only cut short is not garbled by mending it', async () => {
    const cut = Buffer.from(`${words} å`).subarray(0, -1);
    expect(await textOf('text/plain; charset=utf-8', cut)).toContain('trenger å få rettet');
  });

  it('and in a multipart mail as well', async () => {
    const body = Buffer.concat([
      Buffer.from('--x\r\nContent-Type: text/plain; charset="utf-8"\r\n\r\n'),
      latin1,
      Buffer.from('\r\n--x--\r\n'),
    ]);
    expect(await textOf('multipart/mixed; boundary=x', body)).toBe(words);
  });

  it('nor in a raw subject', async () => {
    const raw = Buffer.from('From: a@x.no\r\nSubject: Klage på rente\r\n\r\nhei', 'latin1');
    expect((await parseRaw(raw)).subject).toBe('Klage på rente');
  });
});
