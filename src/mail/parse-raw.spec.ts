import { describe, expect, it } from '@jest/globals';
import { parsedMail, rawMail } from '../../test/world/mails.js';
import { parseRaw } from './parse-raw.js';

const alternative = (plain: string, html: string): string =>
  `--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${plain}\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--x--\r\n`;
const twofold = { 'Content-Type': 'multipart/alternative; boundary=x' };

describe('the words of a mail', () => {
  it('come from the plain text where there is one', async () => {
    expect((await parsedMail(twofold, alternative('Hei fra meg', '<p>Hei fra <b>meg</b></p>'))).text.trim()).toBe(
      'Hei fra meg',
    );
  });

  it('and from the HTML where the plain text is empty or stands in for it', async () => {
    const html = `<p>Jeg har flyttet, og dere har fortsatt den gamle adressen min. Den nye er Storgata 3 i Ålesund, og jeg har bodd der siden mars. Kan dere rette det?</p>`;
    for (const plain of ['', 'This message is in HTML format.', 'E-posten er i HTML.'])
      expect((await parsedMail(twofold, alternative(plain, html))).text).toContain('Storgata 3 i Ålesund');
  });

  it('and hold no NUL, no control letters and no half letters, so that Postgres takes them', async () => {
    const { text } = await parsedMail({}, 'a\u0000b\u0007c\u001bd\te\r\nf');
    expect(text.trimEnd()).toBe('abcd\te\nf');
    expect((await parsedMail({ Subject: 'a\u0000b\u0008c' })).subject).toBe('abc');
  });

  it('are never those of a mail that is attached [E36]', async () => {
    const body =
      '--x\r\n\r\nse vedlegg\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: kari@x.no\r\nSubject: hemmelig\r\n\r\nfremmede ord\r\n--x--\r\n';
    const mail = await parsedMail({ 'Content-Type': 'multipart/mixed; boundary=x' }, body);
    expect(mail.text.trim()).toBe('se vedlegg');
    expect(mail.attachments).toMatchObject([{ type: 'message/rfc822' }]);
    expect(mail.from).toEqual(['ola@brevdue.example']);
  });

  it.each([
    ['ISO-2022-JP', 'iso-2022-jp', Buffer.from([0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42]), 'あ'],
    ['KOI8-R', 'koi8-r', Buffer.from([0xf0, 0xd2]), 'Пр'],
    ['UTF-7, which nobody decodes', 'utf-7', Buffer.from('+APgr'), '+APgr'],
  ])('in %s are read', async (_, charset, bytes, text) => {
    const head = rawMail({ 'Content-Type': `text/plain; charset=${charset}` }, '');
    expect((await parseRaw(Buffer.concat([head, bytes]))).text.trim()).toBe(text);
  });
});

describe('the parts of a mail', () => {
  const part = (type: string, name: string, bytes: Buffer, disposition = 'attachment'): string =>
    `--x\r\nContent-Type: ${type}\r\nContent-Disposition: ${disposition}; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}\r\n`;
  const withPart = async (text: string) =>
    (await parsedMail({ 'Content-Type': 'multipart/mixed; boundary=x' }, `--x\r\n\r\nhei\r\n${text}--x--\r\n`))
      .attachments;

  it('are told by their first bytes, whatever they say of themselves [E19, E20]', async () => {
    const zip = Buffer.from('504b0304140000000000', 'hex');
    const pdf = Buffer.from('%PDF-1.7\n');
    expect(await withPart(part('application/pdf', 'a.pdf', pdf))).toMatchObject([
      { type: 'application/pdf', sniffed: 'application/pdf' },
    ]);
    expect(await withPart(part('image/png', 'a.png', zip))).toMatchObject([
      { type: 'image/png', sniffed: 'application/zip' },
    ]);
    expect(await withPart(part('application/ms-tnef', 'winmail.dat', Buffer.from('789f3e22', 'hex')))).toMatchObject([
      { name: 'winmail.dat', size: 4 },
    ]);
  });

  it('keep their names, but no line end and no control letter in them [E09]', async () => {
    const [only] = await withPart(part('text/plain', 'a=?utf-8?q?=0D=0ABcc:=00?=b.txt', Buffer.from('x')));
    expect(only?.name).not.toMatch(/[\r\n\0]/);
    expect(only?.name).toContain('b.txt');
  });

  it('and an invitation that is only attached leaves the mail a person’s', async () => {
    const ics = Buffer.from('BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR');
    const body = (disposition: string) =>
      `--x\r\n\r\nhei\r\n${part('text/calendar; method=REQUEST', 'm.ics', ics, disposition)}--x--\r\n`;
    const type = { 'Content-Type': 'multipart/mixed; boundary=x' };
    expect((await parsedMail(type, body('attachment'))).calendar).toBe(false);
    expect((await parsedMail(type, body('inline'))).calendar).toBe(true);
  });
});

describe('a mail above a cap is read by its header alone [E17, E18]', () => {
  it.each([
    ['many parts', { 'Content-Type': 'multipart/mixed; boundary=x' }, '--x\r\n\r\n'.repeat(200), 'many-parts'],
    [
      'deep nesting',
      { 'Content-Type': 'multipart/mixed; boundary=b0' },
      Array.from(
        { length: 40 },
        (_, at) => `--b${String(at)}\r\nContent-Type: multipart/mixed; boundary=b${String(at + 1)}\r\n\r\n`,
      ).join(''),
      'parser-gave-up',
    ],
    ['only HTML, and much of it', { 'Content-Type': 'text/html' }, '<p>hei</p>'.repeat(20_000), 'large-html'],
  ])('%s', async (_, fields, body, fault) => {
    const mail = await parsedMail(fields, body);
    expect(mail).toMatchObject({ fault, text: '', attachments: [], from: ['ola@brevdue.example'], subject: 'Hei' });
  });

  it('and its answers and ids are still known, so that it finds its thread', async () => {
    const mail = await parseRaw(rawMail({ 'In-Reply-To': '<a@b>', References: '<c@d> <a@b>' }), 'too-slow');
    expect(mail).toMatchObject({
      messageId: '<1@brevdue.example>',
      answers: ['<a@b>', '<a@b>', '<c@d>'],
      fault: 'too-slow',
    });
  });
});
