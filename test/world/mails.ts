/** Raw mails in few words, and what the desk's own reading makes of them. */
import { parseRaw } from '../../src/mail/parse-raw.js';
import type { ParsedMail } from '../../src/mail/parsed-mail.js';
import { readSender } from '../../src/mail/sender.js';
import type { Screened } from '../../src/mail/screen.js';

/** Header fields beside the usual ones, or in their place; null leaves one out, a list repeats it. */
export type Fields = Readonly<Record<string, string | readonly string[] | null>>;

export const deskDomain = 'fjordvakt.example';
export const desk = { name: 'Fjordvakt', address: `post@${deskDomain}`, domain: deskDomain };
export const macKey = Buffer.alloc(32, 7);

const usual: Fields = {
  'Return-Path': '<ola@brevdue.example>',
  From: 'Ola Nordmann <ola@brevdue.example>',
  To: desk.address,
  Subject: 'Hei',
  Date: 'Tue, 3 Mar 2026 10:15:22 +0100',
  'Message-ID': '<1@brevdue.example>',
};

/** A mail as it comes from the server: CRLF, UTF-8. */
export const rawMail = (fields: Fields = {}, body = 'Hva er kravet på?'): Buffer => {
  const lines = Object.entries({ ...usual, ...fields }).flatMap(([name, value]) =>
    value === null ? [] : (typeof value === 'string' ? [value] : value).map((one) => `${name}: ${one}`),
  );
  return Buffer.from([...lines, '', body].join('\r\n'), 'utf8');
};

export const parsedMail = async (fields: Fields = {}, body?: string): Promise<ParsedMail> =>
  parseRaw(rawMail(fields, body));

/** The mail as the screen sees it. */
export const screenedMail = async (fields: Fields = {}, body?: string): Promise<Screened> => {
  const mail = await parsedMail(fields, body);
  return {
    mail,
    sender: readSender(mail.fields, mail.from),
    isOurs: (address) => address === desk.address,
    ownLoop: false,
  };
};
